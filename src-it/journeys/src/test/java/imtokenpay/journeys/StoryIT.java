package imtokenpay.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.outside.AdminScreens;
import imtokenpay.outside.Answer;
import imtokenpay.outside.Plugin;
import imtokenpay.server.Built;
import imtokenpay.story.Scene;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The story on the WAR as built. Those with the crash and with Bitcoin are in `DemoIT`, as Arquillian
/// owns the process here.
@ExtendWith(Stagehand.class)
@ArquillianTest
@RunAsClient
class StoryIT {
    private static final int CALLS_MAX = 5_000;

    @Deployment(testable = false)
    static WebArchive plugin() {
        return ShrinkWrap.create(ZipImporter.class, "imtoken-pay.war")
                .importFrom(Built.here().pluginWar().toFile())
                .as(WebArchive.class);
    }

    @BeforeAll
    static void server_is_ready() {
        Stagehand.awaitReady();
    }

    @AfterAll
    static void payments_were_seen_soon() {
        Duration mean = Stagehand.stage().figures().meanSight();
        assertTrue(mean.isPositive(), "at least one payment was timed");
        System.out.println("block visible to payment committed: mean " + mean.toMillis() + " ms (goal: 1000 ms)");
        System.out.println(Stagehand.stage().figures().tellingLine());
    }

    @Test
    void an_order_paid_in_full_with_eth_becomes_paid() {
        play(Scene.AN_ORDER_PAID_IN_FULL_WITH_ETH_BECOMES_PAID);
    }

    @Test
    void an_order_paid_in_full_with_usdt_becomes_paid() {
        play(Scene.AN_ORDER_PAID_IN_FULL_WITH_USDT_BECOMES_PAID);
    }

    @Test
    void parts_add_up_at_an_address_of_the_orders_own() {
        play(Scene.PARTS_ADD_UP_AT_AN_ADDRESS_OF_THE_ORDERS_OWN);
    }

    @Test
    void the_checkout_page_is_small_and_shows_the_qr_code_at_once() {
        play(Scene.THE_CHECKOUT_PAGE_IS_SMALL_AND_SHOWS_THE_QR_CODE_AT_ONCE);
    }

    @Test
    void an_order_cancelled_by_the_shopper_is_rolled_back() {
        play(Scene.AN_ORDER_CANCELLED_BY_THE_SHOPPER_IS_ROLLED_BACK);
    }

    @Test
    void a_second_payment_is_surplus_and_the_order_is_paid_once() {
        play(Scene.A_SECOND_PAYMENT_IS_SURPLUS_AND_THE_ORDER_IS_PAID_ONCE);
    }

    @Test
    void a_part_of_the_surplus_goes_back_from_the_merchants_own_wallet() {
        play(Scene.A_PART_OF_THE_SURPLUS_GOES_BACK_FROM_THE_MERCHANTS_OWN_WALLET);
    }

    @Test
    void a_wrong_amount_goes_to_the_inbox_and_pays_no_order() {
        play(Scene.A_WRONG_AMOUNT_GOES_TO_THE_INBOX_AND_PAYS_NO_ORDER);
    }

    @Test
    void the_admin_learns_why_a_transaction_paid_nothing() {
        play(Scene.THE_ADMIN_LEARNS_WHY_A_TRANSACTION_PAID_NOTHING);
    }

    @Test
    void a_reorg_that_removes_the_payment_takes_it_back() {
        play(Scene.A_REORG_THAT_REMOVES_THE_PAYMENT_TAKES_IT_BACK);
    }

    @Test
    void a_reorg_that_moves_the_payment_starts_the_count_again() {
        play(Scene.A_REORG_THAT_MOVES_THE_PAYMENT_STARTS_THE_COUNT_AGAIN);
    }

    @Test
    void an_unreachable_node_changes_nothing() {
        play(Scene.AN_UNREACHABLE_NODE_CHANGES_NOTHING);
    }

    @Test
    void a_node_that_answers_nonsense_changes_nothing() {
        play(Scene.A_NODE_THAT_ANSWERS_NONSENSE_CHANGES_NOTHING);
    }

    @Test
    void what_a_node_left_out_is_found_by_reading_its_block_again() {
        play(Scene.WHAT_A_NODE_LEFT_OUT_IS_FOUND_BY_READING_ITS_BLOCK_AGAIN);
    }

    @Test
    void the_merchant_can_ask_for_fewer_confirmations() {
        play(Scene.THE_MERCHANT_CAN_ASK_FOR_FEWER_CONFIRMATIONS);
    }

    @Test
    void a_large_sum_waits_until_the_chain_calls_its_block_final() {
        play(Scene.A_LARGE_SUM_WAITS_UNTIL_THE_CHAIN_CALLS_ITS_BLOCK_FINAL);
    }

    @Test
    void nobody_sees_the_admin_screens_without_logging_in() {
        play(Scene.NOBODY_SEES_THE_ADMIN_SCREENS_WITHOUT_LOGGING_IN);
    }

    @Test
    void bad_input_is_refused_clearly_and_changes_nothing() {
        play(Scene.BAD_INPUT_IS_REFUSED_CLEARLY_AND_CHANGES_NOTHING);
    }

    @Test
    void an_unpaid_order_expires_and_is_rolled_back() {
        play(Scene.AN_UNPAID_ORDER_EXPIRES_AND_IS_ROLLED_BACK);
    }

    @Test
    void an_order_whose_webhooks_are_lost_becomes_paid_by_the_event_feed() {
        play(Scene.AN_ORDER_WHOSE_WEBHOOKS_ARE_LOST_BECOMES_PAID_BY_THE_EVENT_FEED);
    }

    @Test
    void every_operation_answers_as_the_openapi_document_says() {
        Plugin plugin = Stagehand.stage().server().plugin();
        OpenApi document = new OpenApi(plugin.openApi());
        String body = "{\"orderRef\": \"openapi\", \"amount\": \"10.00\", \"currency\": \"USD\", \"asset\": \""
                + Stagehand.stage().devnet().eth() + "\"}";
        String key = UUID.randomUUID().toString();
        Answer made = plugin.ask(body, key);
        String id = made.json().path("id").asString();
        document.fits("post /payments", 201, made);
        document.fits("post /payments", 200, plugin.ask(body, key));
        document.fits("post /payments", 422, plugin.ask(body.replace("10.00", "11.00"), key));
        document.fits("post /payments", 400, plugin.ask("{}"));
        document.fits("post /payments", 401, plugin.withKey("sk_nobody").ask(body));
        document.fits("post /payments", 409, plugin.ask(body.replace("slip44:60", "slip44:61")));
        document.fits("post /payments", 413, plugin.ask("\"" + "x".repeat(70_000) + "\""));
        document.fits("get /payments", 200, plugin.paymentsOf("openapi"));
        document.fits("get /payments", 200, plugin.see("payments?status=cancelled,settled&limit=1"));
        document.fits("get /payments", 400, plugin.see("payments?limit=0"));
        document.fits("get /payments/{id}", 200, plugin.see("payments/" + id));
        document.fits("get /payments/{id}", 404, plugin.see("payments/pay_7Q"));
        document.fits("post /payments/{id}/cancel", 200, plugin.cancel(id));
        document.fits("post /payments/{id}/cancel", 200, plugin.cancel(id));
        document.fits("post /payments/{id}/cancel", 404, plugin.cancel("pay_7Q"));
        String refund = "{\"amount\": \"1\", \"reason\": \"openapi\"}";
        document.fits("post /payments/{id}/refunds", 409, plugin.refund(id, refund, key));
        document.fits("post /payments/{id}/refunds", 400, plugin.refund(id, "{}", key));
        document.fits("post /payments/{id}/refunds", 404, plugin.refund("pay_7Q", refund, key));
        document.fits("get /payments/{id}/refunds", 200, plugin.see("payments/" + id + "/refunds"));
        document.fits("get /payments/{id}/refunds", 404, plugin.see("payments/pay_7Q/refunds"));
        document.fits("post /payments/{id}/refunds/{refundId}/cancel", 404, plugin.cancelRefund(id, "rfd_7Q"));
        document.fits("get /events", 200, plugin.events(""));
        document.fits("get /events", 400, plugin.events("?limit=0"));
        document.fits("get /events", 410, plugin.events("?after=zzz"));
        document.fits("get /payment-method", 200, plugin.paymentMethod());
        endpointsFit(document, plugin);
        document.fits("get /rates", 200, plugin.see("rates"));
        document.fits("get /rates", 400, plugin.see("rates?asset=eth"));
        document.wasTriedWhole();
    }

    // The payment that was cancelled above has left an event.
    private static void endpointsFit(OpenApi document, Plugin plugin) {
        Answer endpoints = plugin.see("webhook-endpoints");
        document.fits("get /webhook-endpoints", 200, endpoints);
        String ours =
                "webhook-endpoints/" + endpoints.json().at("/endpoints/0/id").asString();
        Answer tested = plugin.act(ours + "/test");
        document.fits("post /webhook-endpoints/{id}/test", 200, tested);
        assertEquals("HTTP 204", tested.json().path("outcome").asString());
        document.fits("post /webhook-endpoints/{id}/test", 404, plugin.act("webhook-endpoints/we_other/test"));
        document.fits("post /webhook-endpoints/{id}/enable", 200, plugin.act(ours + "/enable"));
        document.fits("post /webhook-endpoints/{id}/enable", 404, plugin.act("webhook-endpoints/we_other/enable"));
        Answer deliveries = plugin.see(ours + "/deliveries?limit=1");
        document.fits("get /webhook-endpoints/{id}/deliveries", 200, deliveries);
        document.fits("get /webhook-endpoints/{id}/deliveries", 400, plugin.see(ours + "/deliveries?after=zzz"));
        document.fits("get /webhook-endpoints/{id}/deliveries", 404, plugin.see("webhook-endpoints/x/deliveries"));
        String event = deliveries.json().at("/deliveries/0/eventId").asString();
        String redeliver = "post /webhook-endpoints/{id}/deliveries/{eventId}/redeliver";
        document.fits(redeliver, 200, plugin.act(ours + "/deliveries/" + event + "/redeliver"));
        document.fits(redeliver, 404, plugin.act(ours + "/deliveries/evt_none/redeliver"));
    }

    @Test
    void a_key_of_the_admin_page_does_what_it_is_for_until_it_is_revoked() {
        Plugin plugin = Stagehand.stage().server().plugin();
        OpenApi document = new OpenApi(plugin.openApi());
        AdminScreens admin = Stagehand.stage().server().admin();
        List<String> made = admin.keyThatOnlyLooks("looks only", "127.0.0.0/8, ::1");
        Plugin looking = plugin.withKey(made.getLast());
        document.fits("get /payments", 200, looking.see("payments?limit=1"));
        Answer refused = looking.ask("{}");
        document.fits("post /payments", 403, refused);
        assertTrue(refused.text().contains("scope_missing") && refused.text().contains("payments:write"));
        Answer answer = looking.paymentMethod();
        for (int i = 0; i < CALLS_MAX && answer.status() == 200; i++) {
            answer = looking.paymentMethod();
        }
        document.fits("get /payment-method", 429, answer);
        assertEquals("1", answer.header("retry-after"));
        plugin.paymentMethod().expect(200);
        Plugin elsewhere = plugin.withKey(
                admin.keyThatOnlyLooks("elsewhere", "203.0.113.0/24").getLast());
        document.fits("get /events", 403, elsewhere.events(""));
        admin.revoke(made.getFirst());
        String audit = admin.checkedAudit();
        for (String deed : List.of("owner made", "signed in", "key made", "key revoked")) {
            assertTrue(audit.contains(deed), deed);
        }
        assertFalse(audit.contains(made.getLast()), "the key itself is written down nowhere");
        document.fits("get /payments", 401, looking.see("payments?limit=1"));
    }

    @Test
    void a_campaign_of_the_admin_page_takes_off_a_first_order_once() {
        Accountant.campaign(Stagehand.stage());
    }

    @Test
    void what_was_settled_is_in_the_reports_and_the_books_balance() {
        play(Scene.AN_ORDER_PAID_IN_FULL_WITH_USDT_BECOMES_PAID);
        Accountant.reports(Stagehand.stage().server().admin());
    }

    @Test
    void an_endpoint_that_says_it_is_gone_is_told_everything_once_it_is_enabled() {
        play(Scene.AN_ENDPOINT_THAT_SAYS_IT_IS_GONE_IS_TOLD_EVERYTHING_ONCE_IT_IS_ENABLED);
    }

    @Test
    void every_scene_but_the_crash_is_played_here() {
        Set<String> here = Arrays.stream(StoryIT.class.getDeclaredMethods())
                .map(method -> method.getName().toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        EnumSet<Scene> missing = EnumSet.allOf(Scene.class);
        missing.removeIf(scene -> here.contains(scene.name()));
        assertEquals(
                EnumSet.of(
                        Scene.A_CRASH_BEFORE_SETTLEMENT_LOSES_NOTHING,
                        Scene.AN_ORDER_PAID_IN_FULL_WITH_BTC_BECOMES_PAID),
                missing);
    }

    private static void play(Scene scene) {
        scene.play(Stagehand.stage());
    }
}
