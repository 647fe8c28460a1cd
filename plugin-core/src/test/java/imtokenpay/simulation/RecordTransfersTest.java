package imtokenpay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.Finality;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.chain.watch.ChainCursors.StaleWriter;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.WatchLease.Lease;
import imtokenpay.flow.monitor.PaymentMonitor;
import imtokenpay.flow.show.AnnouncePayment;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.flow.watch.AdvancePayments;
import imtokenpay.flow.watch.RecordTransfers;
import imtokenpay.merchant.ReceivingSlot;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.money.Price;
import imtokenpay.payment.Decision;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentRequest;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.Terms;
import imtokenpay.quote.Quote;
import imtokenpay.quote.Rate;
import imtokenpay.store.RefundSteps;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What one reading leaves behind, told by the step that enters it.
class RecordTransfersTest {
    private static final Asset ETH = new Asset("eip155:1/slip44:60", "ETH", 18);
    private static final Address SHOP = new Address("shop");
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final BlockRef TEN = block(10, "a", "a");
    private static final BlockRef ELEVEN = block(11, "a", "a");

    private final MemoryStore store = new MemoryStore(new ScriptedFaults());
    private final MemoryChain chains = new MemoryChain(store, new SimulatedClock());
    private final MemoryMerchant merchant = new MemoryMerchant(store);
    private final MemoryPayments payments = new MemoryPayments(store);
    private final MemoryPayments.MemoryLedger ledger = new MemoryPayments.MemoryLedger(store);
    private final MemoryOutbox outbox = new MemoryOutbox(store, 1);
    private final Lease lease =
            chains.acquire(ETH.chain(), "node", Duration.ofMinutes(1)).orElseThrow();
    private final RecordTransfers record = record();

    RecordTransfersTest() {
        chains.begin(lease, TEN, view(TEN));
    }

    @Test
    void it_tells_how_many_transfers_were_never_seen_before() {
        assertEquals(2, reads(at(ELEVEN, "0x1", 0, "1"), at(ELEVEN, "0x2", 0, "2")));
        assertEquals(1, readsOtherEleven(moved("0x1", 0, "1"), moved("0x3", 0, "3")));
    }

    @Test
    void a_second_look_tells_what_the_first_one_missed_and_is_not_made_again() {
        reads(at(ELEVEN, "0x1", 0, "1"));
        assertEquals(0, record.recordAgain(lease, 10, 11, List.of(at(ELEVEN, "0x1", 0, "1"))));
        assertEquals(11, chains.lookedAgain(ETH.chain()));
        var unseen = List.of(at(ELEVEN, "0x2", 0, "1"), at(ELEVEN, "0x3", 0, "1"));
        assertThrows(StaleWriter.class, () -> record.recordAgain(lease, 10, 11, unseen));
        assertEquals(2, record.recordAgain(lease, 11, 11, unseen));
    }

    @Test
    void what_a_second_look_finds_pays_and_what_was_gone_is_there_again() {
        var payment = asksFor("1");
        reads(at(ELEVEN, "0x1", 0, "1"));
        is(payment, PaymentStatus.CONFIRMING);
        readsOtherEleven();
        is(payment, PaymentStatus.AWAITING);
        assertEquals(1, record.recordAgain(lease, 10, 11, List.of(moved("0x1", 0, "1"))));
        is(payment, PaymentStatus.CONFIRMING);
    }

    @Test
    void a_log_that_a_reorg_gives_another_index_is_the_same_transfer_and_as_old() {
        var payment = asksFor("1");
        reads(at(ELEVEN, "0x1", 3, "1"));
        readsOtherEleven(later("0x1", 5, "1"));
        var entries = ledger.of(payment.id());
        assertEquals(2, entries.size());
        assertEquals(
                List.of(START, START), entries.stream().map(Transfer::madeAt).toList());
        is(payment, PaymentStatus.CONFIRMING);
    }

    @Test
    void a_second_log_of_one_transaction_is_money_of_its_own() {
        var payment = asksFor("1");
        reads(at(ELEVEN, "0x1", 3, "1"));
        var twelve = block(12, "a", "a");
        var tail = new ChainTail(List.of(TEN, ELEVEN));
        var second = transfer(twelve, "0x1", 5, "1", START.plusSeconds(60));
        record.record(lease, tail, new Reading(ELEVEN, List.of(twelve), List.of(second), view(twelve), true));
        assertEquals(
                List.of(START, START.plusSeconds(60)),
                ledger.of(payment.id()).stream().map(Transfer::madeAt).sorted().toList());
    }

    @Test
    void a_surplus_is_told_once_and_one_that_a_reorg_took_is_told_again_when_it_returns() {
        var payment = asksFor("1");
        reads(at(ELEVEN, "0x1", 0, "1"), at(ELEVEN, "0x2", 0, "1"));
        assertEquals(Optional.of("0"), surplus(payment), "not final: nobody is told");
        grows(12, 16);
        is(payment, PaymentStatus.SETTLED);
        assertEquals(Optional.of("1"), surplus(payment));
        assertEquals(List.of("payment.confirming", "payment.settled", "payment.overpaid"), told(payment));
        readsOtherEleven(moved("0x1", 0, "1"));
        assertEquals(Optional.of("0"), surplus(payment));
    }

    private int reads(Transfer... transfers) {
        var tail = chains.tail(ETH.chain()).orElseThrow();
        if (tail.last().equals(TEN)) {
            return record.record(
                    lease, tail, new Reading(TEN, List.of(ELEVEN), List.of(transfers), view(ELEVEN), true));
        }
        return record.record(
                lease, tail, new Reading(tail.last(), List.of(), List.of(transfers), view(tail.last()), true));
    }

    /// Block 11 and all above it give way to another block 11.
    private int readsOtherEleven(Transfer... transfers) {
        var tail = chains.tail(ETH.chain()).orElseThrow();
        var other = block(11, "b", "a");
        return record.record(lease, tail, new Reading(TEN, List.of(other), List.of(transfers), view(other), true));
    }

    private void grows(long from, long to) {
        for (var height = from; height <= to; height++) {
            var tail = chains.tail(ETH.chain()).orElseThrow();
            var next = block(height, "a", "a");
            record.record(lease, tail, new Reading(tail.last(), List.of(next), List.of(), view(next), true));
        }
    }

    private Payment asksFor(String ether) {
        var price = Price.of("5.00", "USD");
        var request = new PaymentRequest(
                "1042", price, ETH.id(), new PaymentRequest.Wording("", ""), PaymentRequest.References.NONE);
        var quote = Quote.of(price, ETH, Rate.fixed(new BigDecimal("5")), START);
        var terms = new Terms(
                eth(ether), START, START.plus(Duration.ofMinutes(15)), new Finality.Depth(6), new Decision.None());
        var payment = new Payment(
                PaymentId.random(new SplittableRandom(7)),
                new Payment.Origin("shop", request, quote),
                SHOP,
                terms,
                new Payment.Standing(PaymentStatus.AWAITING, 0, eth("0")));
        payments.add(payment);
        merchant.lease(new ReceivingSlot(SHOP, eth(ether)), payment.id().text(), START.plus(Duration.ofDays(30)));
        return payment;
    }

    private void is(Payment payment, PaymentStatus expected) {
        assertEquals(expected, payments.byId(payment.id()).orElseThrow().status());
    }

    private Optional<String> surplus(Payment payment) {
        return payments.byId(payment.id())
                .map(Payment::standing)
                .map(standing -> standing.surplus().decimal());
    }

    private List<String> told(Payment payment) {
        return store.tables().events().values().stream()
                .filter(row -> row.event().paymentId().equals(payment.id()))
                .map(row -> row.event().type())
                .toList();
    }

    private RecordTransfers record() {
        var show = new ShowPayment(payments, ledger, chains, merchant);
        var announce = new AnnouncePayment(
                outbox, show, id -> "https://pay.example/" + id, new PaymentMonitor() {}, () -> START);
        var advance = new AdvancePayments(payments, ledger, announce);
        var refunds = new MemoryRefunds(store);
        var books = new RefundSteps.Books(refunds, refunds.payouts(), payments, merchant, merchant);
        return new RecordTransfers(
                new RecordTransfers.Shelf(chains, ledger, merchant, payments),
                advance,
                RefundSteps.of(books, show, announce, () -> START).follow());
    }

    private static Transfer at(BlockRef block, String hash, int logIndex, String ether) {
        return transfer(block, hash, logIndex, ether, START);
    }

    private static Transfer moved(String hash, int logIndex, String ether) {
        return at(block(11, "b", "a"), hash, logIndex, ether);
    }

    private static Transfer later(String hash, int logIndex, String ether) {
        return transfer(block(11, "b", "a"), hash, logIndex, ether, START.plusSeconds(60));
    }

    private static Transfer transfer(BlockRef block, String hash, int logIndex, String ether, Instant seen) {
        var sighting = new Transfer.Sighting(seen, seen, new Inclusion.Included(block));
        var id = new TransferId(ETH.chain(), hash, logIndex);
        return new Transfer(id, eth(ether), new Address("shopper"), SHOP, sighting);
    }

    private static Amount eth(String ether) {
        return Amount.atLeast(new BigDecimal(ether), ETH);
    }

    private static ChainView view(BlockRef head) {
        return new ChainView(ETH.chain(), head.height(), head.time());
    }

    private static BlockRef block(long height, String branch, String parent) {
        return new BlockRef(height, "0x" + height + branch, "0x" + (height - 1) + parent, START.plusSeconds(height));
    }
}
