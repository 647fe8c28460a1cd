package imtokenpay.storefront.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.storefront.ledger.Intent;
import imtokenpay.storefront.ledger.Ledger;
import imtokenpay.storefront.ledger.RowStatus;
import imtokenpay.storefront.scene.Database;
import imtokenpay.storefront.scene.Example;
import imtokenpay.storefront.scene.StoreOnPaper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceiverTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:02:11Z");
    private static final Signer PLUGIN = Signer.named("plugin");
    private static final int AT_ONCE = 64;

    private final Database database = new Database();
    private final Ledger ledger = new Ledger(database, () -> NOW);
    private final StoreOnPaper store = new StoreOnPaper().order("1042", "12.50", true);
    private final Receiver receiver = new Receiver(
            new Signatures(List.of(PLUGIN.key()), Duration.ofSeconds(300), () -> NOW),
            ledger,
            new Storekeeper(() -> store));

    @BeforeEach
    void an_order_is_being_paid() {
        receiver.open();
        intend("5f0c", Example.ETH);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void settled_pays_the_order() {
        assertEquals(Answer.DONE, send("payment.settled", at(2, "settled")));
        assertEquals(List.of("paid 1042"), store.told());
    }

    @Test
    void a_duplicate_is_applied_once() {
        send("payment.settled", at(2, "settled"));
        assertEquals(Answer.DONE, send("payment.settled", at(2, "settled")));
        assertEquals(List.of("paid 1042"), store.told());
    }

    @Test
    void an_older_event_that_comes_late_changes_nothing() {
        send("payment.settled", at(2, "settled"));
        assertEquals(Answer.DONE, send("payment.confirming", at(1, "confirming")));
        assertEquals(List.of("paid 1042"), store.told());
        assertEquals(RowStatus.SETTLED, status());
    }

    @Test
    void one_event_delivered_64_times_at_once_is_applied_once() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> deliveries = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                deliveries.add(() -> send("payment.settled", at(2, "settled")));
            }
            for (Future<Answer> answer : threads.invokeAll(deliveries)) {
                assertEquals(Answer.DONE, answer.get());
            }
        }
        assertEquals(List.of("paid 1042"), store.told());
    }

    @Test
    void overpaid_leaves_the_order_paid_and_calls_a_person() {
        send("payment.settled", at(2, "settled"));
        send("payment.overpaid", at(3, "settled").with("surplus", "0.001"));
        assertEquals(
                List.of("paid 1042", "exception 1042: More than the due amount arrived: 0.001 ETH too much."),
                store.told());
    }

    @Test
    void overpaid_that_overtakes_settled_pays_the_order_once() {
        send("payment.overpaid", at(3, "settled").with("surplus", "0.001"));
        send("payment.settled", at(2, "settled"));
        assertEquals("paid 1042", store.told().getFirst());
        assertEquals(2, store.told().size());
    }

    @Test
    void a_settlement_that_left_the_chain_and_came_back_pays_once() {
        send("payment.settled", at(2, "settled"));
        send("payment.reversed", at(3, "reversed"));
        send("payment.settled", at(4, "settled"));
        assertEquals(
                List.of(
                        "paid 1042",
                        "exception 1042: A settled payment has left the chain.",
                        "exception 1042: The payment that had left the chain is settled again."),
                store.told());
    }

    @Test
    void money_that_is_seen_is_told_and_pays_nothing() {
        send("payment.underpaid", at(1, "underpaid").with("received", "0.001"));
        send("payment.confirming", at(2, "confirming").with("received", "0.005000123"));
        send("payment.awaiting", at(3, "awaiting"));
        assertEquals(
                List.of(
                        "detected 1042: 0.001 ETH seen, which is not enough yet.",
                        "detected 1042: 0.005000123 ETH seen, waiting for confirmations.",
                        "detected 1042: Money that was seen is gone again."),
                store.told());
    }

    @Test
    void an_expired_payment_releases_the_order_once() {
        send("payment.expired", at(1, "expired"));
        send("payment.unresolved", at(2, "unresolved"));
        send("payment.expired", at(3, "expired"));
        assertEquals("released 1042", store.told().getFirst());
        assertEquals(1, store.told().stream().filter("released 1042"::equals).count());
    }

    @Test
    void an_order_that_is_no_longer_payable_is_not_released() {
        store.order("1042", "12.50", false);
        send("payment.cancelled", at(1, "cancelled"));
        assertEquals(List.of(), store.told());
    }

    @Test
    void the_end_of_one_payment_does_not_release_an_order_with_another_open() {
        intend("6a1d", Example.USDT);
        send("payment.cancelled", at(1, "cancelled"));
        assertEquals(List.of(), store.told());
        send("payment.expired", of("pay_8R", "6a1d").with("asset", Example.USDT).at(1, "expired"));
        assertEquals(List.of("released 1042"), store.told());
    }

    @Test
    void a_closed_payment_is_only_noted() {
        send("payment.closed", at(5, "closed"));
        assertEquals(List.of(), store.told());
        assertEquals(RowStatus.CLOSED, status());
    }

    @Test
    void what_was_not_asked_for_never_pays() {
        send("payment.settled", at(1, "settled").with("amount", "0.01"));
        send("payment.settled", at(2, "settled").with("currency", "VND"));
        send("payment.settled", at(3, "settled").with("asset", Example.USDT));
        send("payment.settled", at(4, "settled").with("orderRef", "1043"));
        send("payment.overpaid", at(5, "settled").with("amount", "0.01"));
        send("payment.expired", at(6, "expired").with("amount", "0.01"));
        assertEquals(6, store.told().size());
        assertTrue(store.told().stream().allMatch(call -> call.startsWith("exception")), store.told()::toString);
    }

    @Test
    void the_same_amount_in_other_digits_fits() {
        send("payment.settled", at(1, "settled").with("amount", "12.5"));
        assertEquals(List.of("paid 1042"), store.told());
    }

    @Test
    void an_event_that_says_settled_of_a_payment_that_is_not_never_pays() {
        send("payment.settled", at(1, "awaiting"));
        assertEquals(
                List.of("exception 1042: An event says settled, but the payment it carries does not."), store.told());
    }

    @Test
    void a_store_that_throws_is_asked_again_and_then_paid() {
        store.broken(true);
        assertEquals(Answer.TRY_AGAIN, send("payment.settled", at(2, "settled")));
        assertEquals(RowStatus.ASKED, status());
        store.broken(false);
        assertEquals(Answer.DONE, send("payment.settled", at(2, "settled")));
        assertEquals(List.of("paid 1042"), store.told());
    }

    @Test
    void a_payment_that_nobody_here_asked_for_is_left_alone() {
        assertEquals(Answer.DONE, send("payment.settled", of("pay_9Z", "other").at(2, "settled")));
        assertEquals(Answer.DONE, send("payment.settled", of("pay_9Z", "").at(2, "settled")));
        assertEquals(List.of(), store.told());
    }

    @Test
    void an_event_without_our_reference_is_known_by_its_payment() {
        send("payment.confirming", at(1, "confirming"));
        send("payment.settled", at(2, "settled").without("clientReference"));
        assertEquals("paid 1042", store.told().getLast());
    }

    @Test
    void nothing_is_read_before_it_is_trusted() {
        byte[] garbage = "not json".getBytes(StandardCharsets.UTF_8);
        assertEquals(Answer.NOT_TRUSTED, receiver.receive(Signer.named("x").sign("evt_1", NOW, garbage)));
        assertEquals(Answer.NOT_OURS, receiver.receive(PLUGIN.sign("evt_1", NOW, garbage)));
        assertEquals(Answer.NOT_TRUSTED, receiver.receive(PLUGIN.sign("evt_1", NOW.minusSeconds(301), garbage)));
        assertEquals(Answer.NOT_TRUSTED, receiver.receive(PLUGIN.sign("evt_1", NOW.plusSeconds(301), garbage)));
    }

    @Test
    void a_message_without_its_headers_is_not_ours() {
        byte[] body = at(2, "settled").event("payment.settled");
        SignedMessage good = PLUGIN.sign("evt_1", NOW, body);
        String time = good.timestamp();
        assertEquals(Answer.NOT_OURS, receiver.receive(new SignedMessage("", time, good.signatures(), body)));
        assertEquals(Answer.NOT_OURS, receiver.receive(new SignedMessage("evt_1", "", good.signatures(), body)));
        assertEquals(Answer.NOT_OURS, receiver.receive(new SignedMessage("evt_1", "soon", good.signatures(), body)));
        assertEquals(Answer.NOT_OURS, receiver.receive(new SignedMessage("evt_1", time, "", body)));
        assertEquals(List.of(), store.told());
    }

    private void intend(String reference, String asset) {
        ledger.intend(new Intent(reference, "1042", asset, new BigDecimal("12.50"), "USD", "2 books", "", ""));
    }

    private RowStatus status() {
        return ledger.ofOrder("1042").getFirst().status();
    }

    private Answer send(String type, Example payment) {
        return receiver.receive(PLUGIN.sign("evt_3K", NOW, payment.event(type)));
    }

    private static Example at(long sequence, String status) {
        return Example.payment().at(sequence, status);
    }

    private static Example of(String id, String reference) {
        return Example.payment().with("id", id).with("clientReference", reference);
    }
}
