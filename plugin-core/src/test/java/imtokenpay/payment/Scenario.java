package imtokenpay.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.Finality;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Tells the life of one payment step by step, on a chain and a clock of its own: one block every ten seconds.
final class Scenario {
    static final Asset ETH = new Asset("eip155:1/slip44:60", "ETH", 18);
    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration BLOCK_TIME = Duration.ofSeconds(10);
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private final List<Transfer> transfers = new ArrayList<>();
    final List<PaymentStatus> moves = new ArrayList<>();
    private Terms terms;
    private PaymentStatus status = PaymentStatus.AWAITING;
    private long head = 100;
    private Instant now = START;
    private boolean nodeIsDown;

    private Scenario(Terms terms) {
        this.terms = terms;
    }

    static Scenario asksFor(String ether) {
        var none = new Decision.None();
        return new Scenario(new Terms(eth(ether), START, START.plus(WINDOW), new Finality.Depth(6), none));
    }

    static Amount eth(String ether) {
        return Amount.atLeast(new BigDecimal(ether), ETH);
    }

    /// A transfer that goes into the next block.
    Scenario pays(String ether) {
        mine();
        var sighting = new Transfer.Sighting(now, now, new Inclusion.Included(block(head)));
        var id = new TransferId(ETH.chain(), "0x" + transfers.size(), TransferId.NATIVE);
        transfers.add(new Transfer(id, eth(ether), new Address("shopper"), new Address("shop"), sighting));
        return look();
    }

    Scenario mines(int blocks) {
        for (var i = 0; i < blocks; i++) {
            mine();
            look();
        }
        return this;
    }

    /// The newest blocks are replaced by empty ones.
    Scenario reorgs(int depth) {
        transfers.replaceAll(
                transfer -> heightOf(transfer) > head - depth ? transfer.now(new Inclusion.Gone()) : transfer);
        return look();
    }

    /// A transfer that was gone is in the newest block again.
    Scenario returns(int index) {
        mine();
        transfers.set(index, transfers.get(index).now(new Inclusion.Included(block(head))));
        return look();
    }

    /// The newest blocks are replaced, and the first transfer stands in the newest of the new ones.
    Scenario movesToTheNewestBlock() {
        transfers.set(0, transfers.getFirst().now(new Inclusion.Included(block(head))));
        return look();
    }

    Scenario hasLate(String ether) {
        assertEquals(eth(ether), tally().late());
        return this;
    }

    Scenario waits(Duration duration) {
        var until = now.plus(duration);
        while (now.isBefore(until)) {
            mines(1);
        }
        return this;
    }

    Scenario nodeGoesDown() {
        nodeIsDown = true;
        return this;
    }

    Scenario nodeComesBack() {
        nodeIsDown = false;
        return look();
    }

    boolean isNodeUp() {
        return !nodeIsDown;
    }

    Scenario isCancelled() {
        terms = terms.decided(new Decision.Cancelled(now));
        return look();
    }

    Scenario isAccepted() {
        terms = terms.accepting(tally().received(), now);
        return look();
    }

    Scenario isClosed() {
        terms = terms.decided(new Decision.Closed(now, tally().received()));
        return look();
    }

    Scenario is(PaymentStatus expected) {
        assertEquals(expected, status, () -> terms + " " + tally());
        return this;
    }

    Scenario hasSurplus(String ether) {
        assertEquals(eth(ether), tally().surplus(terms));
        return this;
    }

    Scenario shows(long confirmations) {
        assertEquals(confirmations, tally().confirmations());
        return this;
    }

    PaymentStatus status() {
        return status;
    }

    Terms terms() {
        return terms;
    }

    int transferCount() {
        return transfers.size();
    }

    Tally tally() {
        return Tally.of(transfers, terms, view());
    }

    private ChainView view() {
        return new ChainView(ETH.chain(), head, now);
    }

    private Scenario look() {
        if (nodeIsDown) {
            return this;
        }
        var next = PaymentLifecycle.next(status, terms, tally(), view());
        if (next != status) {
            moves.add(next);
        }
        status = next;
        assertEquals(status, PaymentLifecycle.next(status, terms, tally(), view()), "looking twice changes nothing");
        return this;
    }

    private void mine() {
        head++;
        now = now.plus(BLOCK_TIME);
    }

    private static long heightOf(Transfer transfer) {
        return transfer.sighting().inclusion() instanceof Inclusion.Included block ? block.height() : -1;
    }

    private BlockRef block(long height) {
        return new BlockRef(height, "0x" + height, "0x" + (height - 1), now);
    }
}
