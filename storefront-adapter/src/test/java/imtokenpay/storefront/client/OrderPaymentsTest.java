package imtokenpay.storefront.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.storefront.CancelOutcome;
import imtokenpay.storefront.PaymentMethod;
import imtokenpay.storefront.PaymentRefusal;
import imtokenpay.storefront.RefusalReason;
import imtokenpay.storefront.json.PaymentJson;
import imtokenpay.storefront.ledger.Applied;
import imtokenpay.storefront.ledger.Ledger;
import imtokenpay.storefront.ledger.RowStatus;
import imtokenpay.storefront.ledger.Told;
import imtokenpay.storefront.scene.Database;
import imtokenpay.storefront.scene.Example;
import imtokenpay.storefront.scene.FakePlugin;
import imtokenpay.storefront.scene.StoreOnPaper;
import imtokenpay.storefront.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderPaymentsTest {

    private static final String BACK = "https://shop.example/order/1042";
    private static final int CLICKS = 8;

    private final Database database = new Database();
    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
    private final Ledger ledger = new Ledger(database, clock::get);
    private final StoreOnPaper store = new StoreOnPaper().order("1042", "12.5", true);
    private final FakePlugin plugin;
    private final PluginCalls calls;
    private final OrderPayments payments;

    OrderPaymentsTest() throws IOException {
        plugin = new FakePlugin();
        Settings settings = settings(plugin.baseUrl());
        calls = new PluginCalls(settings, Duration.ofSeconds(10));
        payments = new OrderPayments(settings, () -> store, ledger, calls, clock::get);
    }

    @BeforeEach
    void create() {
        ledger.create();
    }

    @AfterEach
    void close() {
        calls.close();
        plugin.close();
        database.close();
    }

    @Test
    void a_payment_is_asked_for_with_the_stores_own_amount() throws Exception {
        URI checkout = payments.start("1042", Example.ETH, BACK);
        var asked = plugin.payments().values().iterator().next();
        assertEquals("12.50", asked.getString("amount"));
        assertEquals("USD", asked.getString("currency"));
        assertEquals("2 books", asked.getString("description"));
        assertEquals(BACK, asked.getString("returnUrl"));
        assertEquals(asked.getString("checkoutUrl"), checkout.toString());
        assertEquals(RowStatus.AWAITING, ledger.ofOrder("1042").getFirst().status());
    }

    @Test
    void many_clicks_at_once_lead_to_one_checkout_page() throws Exception {
        Set<URI> pages = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<URI>> clicks = IntStream.range(0, CLICKS)
                    .<Callable<URI>>mapToObj(i -> () -> payments.start("1042", Example.ETH, BACK))
                    .toList();
            for (Future<URI> page : threads.invokeAll(clicks)) {
                pages.add(page.get());
            }
        }
        assertEquals(1, pages.size());
        assertEquals(1, plugin.payments().size());
    }

    @Test
    void a_lost_answer_makes_no_second_payment() throws Exception {
        try (PluginCalls impatient = new PluginCalls(settings(plugin.baseUrl()), Duration.ofMillis(200))) {
            plugin.silent(true);
            OrderPayments hasty =
                    new OrderPayments(settings(plugin.baseUrl()), () -> store, ledger, impatient, clock::get);
            refused(RefusalReason.NO_ANSWER, () -> hasty.start("1042", Example.ETH, BACK));
        }
        assertEquals(RowStatus.UNANSWERED, ledger.ofOrder("1042").getFirst().status());
        plugin.silent(false);
        payments.start("1042", Example.ETH, BACK);
        assertEquals(1, plugin.payments().size());
    }

    // Whatever else runs in the same server may keep all of the JVM's common threads busy.
    @Test
    @Timeout(30)
    void the_plugin_is_asked_while_the_common_threads_are_busy_with_something_else() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        ForkJoinPool busy = ForkJoinPool.commonPool();
        IntStream.rangeClosed(0, busy.getParallelism()).forEach(any -> busy.execute(() -> awaits(gate)));
        try {
            payments.start("1042", Example.ETH, BACK);
        } finally {
            gate.countDown();
        }
        assertEquals(1, plugin.payments().size());
    }

    private static void awaits(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void an_event_that_overtakes_the_answer_finds_the_intent() throws Exception {
        AtomicReference<Applied> applied = new AtomicReference<>();
        plugin.beforeAnswer(() -> {
            String made = plugin.payments().values().iterator().next().toString();
            applied.set(ledger.apply(
                    PaymentJson.payment(made.getBytes(StandardCharsets.UTF_8)), (row, others) -> Told.NOTHING));
        });
        payments.start("1042", Example.ETH, BACK);
        assertEquals(Applied.NOW, applied.get());
    }

    @Test
    void an_ended_payment_is_followed_by_a_new_one() throws Exception {
        URI first = payments.start("1042", Example.ETH, BACK);
        plugin.stands(ledger.ofOrder("1042").getFirst().paymentId(), "expired");
        assertNotEquals(first, payments.start("1042", Example.ETH, BACK));
    }

    @Test
    void a_paid_order_is_not_paid_again_though_its_event_is_late() throws Exception {
        payments.start("1042", Example.ETH, BACK);
        plugin.stands(ledger.ofOrder("1042").getFirst().paymentId(), "settled");
        refused(RefusalReason.ALREADY_PAID, () -> payments.start("1042", Example.ETH, BACK));
        refused(RefusalReason.MONEY_ON_ITS_WAY, () -> payments.start("1042", Example.USDT, BACK));
        assertEquals(CancelOutcome.TOO_LATE, payments.abandon("1042"));
    }

    @ParameterizedTest
    @CsvSource({"settled, ALREADY_PAID", "unresolved, BEING_LOOKED_AT", "reversed, BEING_LOOKED_AT"})
    void an_order_for_which_money_came_is_not_paid_in_another_way(String status, RefusalReason reason)
            throws Exception {
        payments.start("1042", Example.ETH, BACK);
        byte[] event = Example.payment()
                .with(
                        "clientReference",
                        ledger.ofOrder("1042").getFirst().intent().clientReference())
                .with("id", ledger.ofOrder("1042").getFirst().paymentId())
                .at(2, status)
                .bytes();
        ledger.apply(PaymentJson.payment(event), (row, others) -> row.told());
        refused(reason, () -> payments.start("1042", Example.USDT, BACK));
        assertEquals(1, plugin.payments().size());
    }

    @Test
    void another_asset_cancels_the_open_payment_first() throws Exception {
        payments.start("1042", Example.ETH, BACK);
        String first = ledger.ofOrder("1042").getFirst().paymentId();
        payments.start("1042", Example.USDT, BACK);
        assertEquals("cancelled", plugin.payments().get(first).getString("status"));
        assertEquals("POST /payments/" + first + "/cancel", plugin.calls().get(1));
    }

    @Test
    void another_asset_is_refused_once_money_is_on_its_way() throws Exception {
        payments.start("1042", Example.ETH, BACK);
        plugin.stands(ledger.ofOrder("1042").getFirst().paymentId(), "confirming");
        refused(RefusalReason.MONEY_ON_ITS_WAY, () -> payments.start("1042", Example.USDT, BACK));
        assertEquals(1, plugin.payments().size());
    }

    @Test
    void an_order_that_waits_for_nothing_is_refused() {
        store.order("1043", "12.50", false).order("1044", "0.00", true);
        refused(RefusalReason.ORDER_NOT_PAYABLE, () -> payments.start("1043", Example.ETH, BACK));
        refused(RefusalReason.ORDER_NOT_PAYABLE, () -> payments.start("1044", Example.ETH, BACK));
        refused(RefusalReason.ORDER_NOT_FOUND, () -> payments.start("1045", Example.ETH, BACK));
        assertEquals(List.of(), plugin.calls());
    }

    @ParameterizedTest
    @CsvSource({
        "unknown_asset, ASSET_NOT_ACCEPTED",
        "asset_not_verified, ASSET_NOT_READY",
        "chain_not_watched, ASSET_NOT_READY",
        "no_rate, ASSET_NOT_READY",
        "amount_too_small, AMOUNT_TOO_SMALL",
        "amount_too_large, AMOUNT_TOO_LARGE",
        "no_slot_free, BUSY",
        "malformed_request, REFUSED",
        "idempotency_key_reused, REFUSED",
        "internal_error, NO_ANSWER"
    })
    void a_refusal_of_the_plugin_is_told_in_words(String code, RefusalReason reason) throws Exception {
        plugin.refuse(code);
        PaymentRefusal refusal = refused(reason, () -> payments.start("1042", Example.ETH, BACK));
        assertEquals(reason.words(), refusal.getMessage());
        plugin.refuse("");
        assertTrue(payments.start("1042", Example.ETH, BACK).toString().startsWith("https://"));
    }

    @Test
    void a_payment_can_be_looked_up_and_cancelled() throws Exception {
        payments.start("1042", Example.ETH, BACK);
        String id = ledger.ofOrder("1042").getFirst().paymentId();
        assertEquals("1042", payments.find(id).orElseThrow().orderRef());
        assertEquals(CancelOutcome.CANCELLED, payments.cancel(id));
        assertEquals(CancelOutcome.CANCELLED, payments.cancel(id));
        plugin.stands(id, "underpaid");
        assertEquals(CancelOutcome.TOO_LATE, payments.cancel(id));
        plugin.stands(id, "settled");
        assertEquals(CancelOutcome.TOO_LATE, payments.cancel(id));
        assertEquals(Optional.empty(), payments.find("pay_none"));
    }

    @Test
    void an_order_without_a_payment_is_abandoned_without_the_plugin() throws Exception {
        plugin.close();
        assertEquals(CancelOutcome.CANCELLED, payments.abandon("1042"));
    }

    @Test
    void an_open_payment_is_abandoned_at_the_plugin() throws Exception {
        payments.start("1042", Example.ETH, BACK);
        assertEquals(CancelOutcome.CANCELLED, payments.abandon("1042"));
        assertEquals("cancelled", plugin.payments().values().iterator().next().getString("status"));
    }

    @Test
    void the_payment_method_is_remembered_for_half_a_minute() {
        assertEquals(
                "ETH - Devnet", payments.paymentMethod().assets().getFirst().label());
        plugin.close();
        assertTrue(payments.paymentMethod().available());
        clock.updateAndGet(now -> now.plusSeconds(31));
        assertEquals(PaymentMethod.unavailable(), payments.paymentMethod());
    }

    @Test
    void without_a_configuration_nothing_is_offered_and_nobody_is_called() {
        Settings none = Settings.read(key -> Optional.empty());
        OrderPayments off = new OrderPayments(none, () -> store, ledger, calls, clock::get);
        assertFalse(off.paymentMethod().available());
        refused(RefusalReason.NOT_SET_UP, () -> off.start("1042", Example.ETH, BACK));
        assertEquals(List.of(), plugin.calls());
    }

    private static PaymentRefusal refused(RefusalReason reason, Callable<?> call) {
        PaymentRefusal refusal = assertThrows(PaymentRefusal.class, call::call);
        assertEquals(reason, refusal.reason());
        return refusal;
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
