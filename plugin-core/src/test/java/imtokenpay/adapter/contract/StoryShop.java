package imtokenpay.adapter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.evm.hostile.WatchingShop;
import imtokenpay.chain.Finality;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.family.NodeReader;
import imtokenpay.flow.monitor.PaymentMonitor;
import imtokenpay.flow.refund.ShowRefunds;
import imtokenpay.flow.request.CancelPayment;
import imtokenpay.flow.resolve.Resolution.Word;
import imtokenpay.flow.resolve.ResolvePayment;
import imtokenpay.flow.show.AnnouncePayment;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.flow.watch.AdvancePayments;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.payment.Payment;
import imtokenpay.payment.Refusal;
import imtokenpay.store.StoreDatabase;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

/// A shop that takes one family's asset, on a real database, by the production steps. Between two looks an hour goes
/// by,
/// for the clock and for the chain.
final class StoryShop {
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(61);
    private static final Word ANNA = new Word("anna", "asked the shopper");
    private static final int OWN_FROM = 2;
    private static final int OWN_TO = 20;

    private final FamilyChain chain;
    private final StoreDatabase database;
    private NodeReader reader;
    private WatchingShop shop;
    private volatile Instant now;

    StoryShop(FamilyChain chain, StoreDatabase database, NodeReaderOf readers) {
        this.chain = chain;
        this.database = database;
        now = chain.block(chain.head()).time();
        reader = readers.by(() -> now);
        shop = new WatchingShop(database, () -> now);
        shop.accepts(new AcceptedAsset(
                chain.asset(), "Chain", chain.shop(), new Finality.Depth(1), new AcceptedAsset.Standing(false, true)));
        assertTrue(shop.looks(reader), "the decimals are compared");
        assertTrue(shop.looks(reader), "the chain is begun with");
    }

    /// Makes a reader that goes by that clock.
    interface NodeReaderOf {
        NodeReader by(InstantSource clock);
    }

    /// Asks for a payment, which is told from others by its amount.
    Payment asks(int confirmations) {
        shop.shelf()
                .transactions()
                .run(() -> shop.shelf().assets().finality(chain.asset().id(), new Finality.Depth(confirmations)));
        try {
            return shop.asks(chain.asset());
        } catch (Refusal refused) {
            throw new AssertionError(refused);
        }
    }

    /// The same; it has an address of its own.
    Payment asksAtOwnAddress(int confirmations) {
        shop.tellsApartBy(new ReceivingMode.Pool(
                IntStream.range(OWN_FROM, OWN_TO).mapToObj(chain::another).toList()));
        var payment = asks(confirmations);
        shop.tellsApartBy(new ReceivingMode.Shared());
        assertTrue(!payment.receiver().equals(chain.shop()), "an address of its own");
        return payment;
    }

    void cancels(Payment payment) {
        var shelf = shop.shelf();
        var step = new CancelPayment(shelf.payments(), shelf.ledger(), announce(), () -> now);
        in(() -> step.cancel(payment.id()));
    }

    void closes(Payment payment) {
        in(() -> resolve().close(payment.id(), ANNA));
    }

    void acceptsMoneyOf(Payment payment) {
        in(() -> resolve().accept(payment.id(), ANNA));
    }

    /// Time goes by, for everybody.
    void passes(Duration time) {
        now = now.plus(time);
        var head = chain.block(chain.head()).time();
        if (head.isBefore(now)) {
            chain.passes(Duration.between(head, now));
        }
    }

    /// Looks once; whether it could.
    boolean triesToLook() {
        var head = chain.block(chain.head()).time();
        now = head.isAfter(now) ? head.plusSeconds(1) : now;
        passes(BETWEEN_LOOKS);
        return shop.looks(reader);
    }

    void looks() {
        assertTrue(triesToLook(), "the node answers");
    }

    void restarts(NodeReaderOf readers) {
        reader.close();
        reader = readers.by(() -> now);
        shop = shop.restarted();
    }

    void stops() {
        reader.close();
    }

    List<String> kept() {
        return shop.kept();
    }

    String status(Payment payment) {
        return shop.status(payment);
    }

    /// What the store is told of it, in the order of its numbers.
    List<String> told(Payment payment) {
        return database
                .query("select type from webhook_event where payment_id = '" + payment.id() + "' order by id")
                .stream()
                .map(type -> type.replace("payment.", ""))
                .toList();
    }

    /// What stands in the chain for it; nothing is there twice.
    BigInteger received(Payment payment) {
        var shelf = shop.shelf();
        var included = shelf
                .transactions()
                .<List<Transfer>, RuntimeException>in(
                        () -> List.copyOf(shelf.ledger().of(payment.id())))
                .stream()
                .filter(Transfer::isIncluded)
                .toList();
        var hashes = included.stream()
                .map(transfer -> transfer.id().txHash())
                .distinct()
                .count();
        assertEquals(included.size(), hashes, "a transaction counts once");
        return included.stream().map(transfer -> transfer.amount().units()).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private AnnouncePayment announce() {
        var shelf = shop.shelf();
        var show = new ShowPayment(shelf.payments(), shelf.ledger(), shelf.cursors(), shelf.assets());
        return new AnnouncePayment(
                shelf.outbox(), show, id -> "https://pay.example/" + id, new PaymentMonitor() {}, () -> now);
    }

    private ResolvePayment resolve() {
        var shelf = shop.shelf();
        var show = new ShowPayment(shelf.payments(), shelf.ledger(), shelf.cursors(), shelf.assets());
        return new ResolvePayment(
                new ResolvePayment.Shelf(
                        shelf.payments(),
                        shelf.ledger(),
                        shelf.cursors(),
                        shelf.decisions(),
                        new ShowRefunds(show, shelf.refunds(), shelf.payouts())),
                new AdvancePayments(shelf.payments(), shelf.ledger(), announce()),
                shelf.audit(),
                () -> now);
    }

    private interface Deed {
        Payment done() throws Refusal;
    }

    private void in(Deed deed) {
        try {
            shop.shelf().transactions().<Payment, Refusal>in(deed::done);
        } catch (Refusal refused) {
            throw new AssertionError(refused);
        }
    }
}
