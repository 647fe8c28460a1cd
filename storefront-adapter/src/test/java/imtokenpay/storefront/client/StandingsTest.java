package imtokenpay.storefront.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.storefront.PaymentRefusal;
import imtokenpay.storefront.PaymentStanding;
import imtokenpay.storefront.PaymentStatus;
import imtokenpay.storefront.json.PaymentJson;
import imtokenpay.storefront.ledger.Intent;
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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandingsTest {

    private final Database database = new Database();
    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
    private final Ledger ledger = new Ledger(database, clock::get);
    private final StoreOnPaper store = new StoreOnPaper().order("1042", "12.5", true);
    private final FakePlugin plugin;
    private final PluginCalls calls;
    private final OrderPayments payments;

    StandingsTest() throws IOException {
        plugin = new FakePlugin();
        Settings settings = new Settings(
                plugin.baseUrl(),
                FakePlugin.API_KEY,
                List.of(new byte[32]),
                new Settings.Times(Duration.ofSeconds(300), Duration.ofSeconds(20)),
                List.of());
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
    void an_order_that_nobody_pays_has_no_standing() {
        assertEquals(Optional.empty(), payments.standing("1042"));
    }

    @Test
    void an_open_payment_stands_as_the_plugin_says_with_the_page_to_go_on() throws Exception {
        String page = payments.start("1042", Example.ETH, "").toString();
        plugin.stands(row().paymentId(), "confirming");
        PaymentStanding standing = payments.standing("1042").orElseThrow();
        assertEquals(PaymentStatus.CONFIRMING, standing.status());
        assertEquals(6, standing.confirmationsRequired());
        assertEquals(page, standing.checkoutUrl());
    }

    @Test
    void a_payment_that_is_over_leads_to_no_page() throws Exception {
        payments.start("1042", Example.ETH, "");
        plugin.stands(row().paymentId(), "expired");
        assertEquals("", payments.standing("1042").orElseThrow().checkoutUrl());
    }

    @Test
    void while_the_plugin_is_down_the_last_event_tells() throws Exception {
        payments.start("1042", Example.ETH, "");
        event("confirming");
        plugin.close();
        PaymentStanding standing = payments.standing("1042").orElseThrow();
        assertEquals(PaymentStatus.CONFIRMING, standing.status());
        assertEquals(0, standing.confirmationsRequired());
        assertEquals("", standing.checkoutUrl());
    }

    @Test
    void a_plugin_that_was_down_a_moment_ago_is_not_waited_for() throws Exception {
        payments.start("1042", Example.ETH, "");
        plugin.refuse("internal_error");
        payments.paymentMethod();
        int before = plugin.calls().size();
        assertEquals(
                PaymentStatus.AWAITING, payments.standing("1042").orElseThrow().status());
        assertEquals(before, plugin.calls().size());
    }

    @Test
    void money_says_more_about_an_order_than_a_younger_payment_without() throws Exception {
        payments.start("1042", Example.ETH, "");
        event("settled");
        clock.updateAndGet(now -> now.plusSeconds(60));
        Intent younger =
                new Intent("younger", "1042", Example.USDT, row().intent().amount(), "USD", "", "", "");
        ledger.intend(younger);
        ledger.answered(younger, "pay_younger");
        assertEquals(
                PaymentStatus.SETTLED, payments.standing("1042").orElseThrow().status());
    }

    @Test
    void a_payment_that_was_never_made_is_not_spoken_of() {
        plugin.refuse("unknown_asset");
        assertThrows(PaymentRefusal.class, () -> payments.start("1042", Example.ETH, ""));
        assertTrue(payments.standing("1042").isEmpty());
    }

    private LedgerRow row() {
        return ledger.ofOrder("1042").getFirst();
    }

    private void event(String status) {
        byte[] body = Example.payment()
                .with("clientReference", row().intent().clientReference())
                .with("id", row().paymentId())
                .at(2, status)
                .bytes();
        ledger.apply(PaymentJson.payment(body), (row, others) -> row.told());
    }
}
