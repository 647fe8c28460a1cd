package imtokenpay.storefront.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.storefront.CancelOutcome;
import imtokenpay.storefront.PaymentRefusal;
import imtokenpay.storefront.client.OrderPayments;
import imtokenpay.storefront.client.PluginCalls;
import imtokenpay.storefront.ledger.Ledger;
import imtokenpay.storefront.ledger.LedgerRow;
import imtokenpay.storefront.scene.Database;
import imtokenpay.storefront.scene.Example;
import imtokenpay.storefront.scene.FakePlugin;
import imtokenpay.storefront.scene.StoreOnPaper;
import imtokenpay.storefront.settings.Settings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The shopper opened imToken and then pays in another way: the order stays payable all the while.
class AbandonTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:02:11Z");
    private static final Signer PLUGIN = Signer.named("plugin");

    private final Database database = new Database();
    private final Ledger ledger = new Ledger(database, () -> NOW);
    private final StoreOnPaper store = new StoreOnPaper().order("1042", "12.50", true);
    private final Receiver receiver = new Receiver(
            new Signatures(List.of(PLUGIN.key()), Duration.ofSeconds(300), () -> NOW),
            ledger,
            new Storekeeper(() -> store));
    private final FakePlugin plugin = new FakePlugin();
    private final PluginCalls calls = new PluginCalls(settings(plugin.baseUrl()), Duration.ofSeconds(10));
    private final OrderPayments payments = payments(calls);

    AbandonTest() throws IOException {}

    @BeforeEach
    void open() {
        receiver.open();
    }

    @AfterEach
    void close() {
        calls.close();
        plugin.close();
        database.close();
    }

    @Test
    void an_order_that_is_paid_in_another_way_is_not_rolled_back_by_the_end_of_its_payment() throws Exception {
        payments.start("1042", Example.ETH, "");
        assertEquals(CancelOutcome.CANCELLED, payments.abandon("1042"));
        assertEquals(Answer.DONE, tell(row(), "cancelled", 1));
        assertEquals(List.of(), store.told());
    }

    @Test
    void an_event_that_overtakes_the_answer_does_not_roll_it_back_either() throws Exception {
        payments.start("1042", Example.ETH, "");
        LedgerRow open = row();
        AtomicReference<Answer> first = new AtomicReference<>(Answer.DONE);
        plugin.beforeAnswer(() -> first.set(tell(open, "cancelled", 1)));
        payments.abandon("1042");
        if (first.get() == Answer.TRY_AGAIN) {
            tell(open, "cancelled", 1);
        }
        assertEquals(List.of(), store.told());
    }

    @Test
    void a_payment_of_which_no_answer_is_known_does_not_roll_it_back() throws Exception {
        try (PluginCalls impatient = new PluginCalls(settings(plugin.baseUrl()), Duration.ofMillis(200))) {
            plugin.silent(true);
            assertThrows(PaymentRefusal.class, () -> payments(impatient).start("1042", Example.ETH, ""));
            plugin.silent(false);
        }
        assertEquals(CancelOutcome.CANCELLED, payments.abandon("1042"));
        tell(row(), "expired", 1);
        assertEquals(List.of(), store.told());
    }

    @Test
    void an_order_that_could_not_be_abandoned_is_released_when_its_payment_ends() throws Exception {
        payments.start("1042", Example.ETH, "");
        plugin.refuse("internal_error");
        assertThrows(PaymentRefusal.class, () -> payments.abandon("1042"));
        tell(row(), "expired", 1);
        assertEquals(List.of("released 1042"), store.told());
    }

    @Test
    void money_that_the_store_has_not_heard_of_keeps_the_order_and_the_store_is_told() throws Exception {
        payments.start("1042", Example.ETH, "");
        plugin.stands(row().paymentId(), "confirming");
        assertEquals(CancelOutcome.TOO_LATE, payments.abandon("1042"));
        tell(row(), "settled", 2);
        assertEquals(List.of("paid 1042"), store.told());
    }

    @Test
    void an_order_that_was_too_late_to_abandon_is_still_released_when_the_money_is_gone_again() throws Exception {
        payments.start("1042", Example.ETH, "");
        plugin.stands(row().paymentId(), "confirming");
        payments.abandon("1042");
        tell(row(), "expired", 3);
        assertEquals(List.of("released 1042"), store.told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"unresolved", "reversed"})
    void money_that_a_person_looks_at_keeps_the_order(String status) throws Exception {
        payments.start("1042", Example.ETH, "");
        tell(row(), status, 2);
        assertEquals(CancelOutcome.TOO_LATE, payments.abandon("1042"));
    }

    @Test
    void late_money_of_an_abandoned_payment_calls_a_person_and_pays_nothing() throws Exception {
        payments.start("1042", Example.ETH, "");
        payments.abandon("1042");
        tell(row(), "cancelled", 1);
        tell(row(), "unresolved", 2);
        assertEquals(1, store.told().size());
        assertEquals("exception", store.told().getFirst().split(" ")[0]);
    }

    @Test
    void an_abandoned_order_can_be_paid_with_imtoken_after_all_and_released_once_more() throws Exception {
        var first = payments.start("1042", Example.ETH, "");
        payments.abandon("1042");
        LedgerRow abandoned = row();
        assertNotEquals(first, payments.start("1042", Example.ETH, ""));
        tell(abandoned, "cancelled", 1);
        assertEquals(List.of(), store.told());
        LedgerRow second = ledger.ofOrder("1042").stream()
                .filter(row -> !row.equals(abandoned) && row.status().open())
                .findFirst()
                .orElseThrow();
        tell(second, "expired", 1);
        assertEquals(List.of("released 1042"), store.told());
    }

    private LedgerRow row() {
        return ledger.ofOrder("1042").getFirst();
    }

    private Answer tell(LedgerRow row, String status, long sequence) {
        Example payment = Example.payment()
                .with("id", row.paymentId().isEmpty() ? "pay_unknown" : row.paymentId())
                .with("clientReference", row.intent().clientReference())
                .at(sequence, status);
        return receiver.receive(PLUGIN.sign("evt_3K", NOW, payment.event("payment." + status)));
    }

    private OrderPayments payments(PluginCalls over) {
        return new OrderPayments(settings(plugin.baseUrl()), () -> store, ledger, over, () -> NOW);
    }

    private static Settings settings(String baseUrl) {
        return new Settings(
                baseUrl,
                FakePlugin.API_KEY,
                List.of(new byte[32]),
                new Settings.Times(Duration.ofSeconds(300), Duration.ofSeconds(20)),
                List.of());
    }
}
