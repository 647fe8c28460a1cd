package imtokenpay.storefront.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.storefront.client.PluginCalls;
import imtokenpay.storefront.feed.Bookmark;
import imtokenpay.storefront.ledger.Intent;
import imtokenpay.storefront.ledger.Ledger;
import imtokenpay.storefront.scene.Database;
import imtokenpay.storefront.scene.Example;
import imtokenpay.storefront.scene.FakePlugin;
import imtokenpay.storefront.scene.StoreOnPaper;
import imtokenpay.storefront.settings.Settings;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedReaderTest {

    private static final Duration LONG_AFTER = Duration.ofHours(1);

    private final Database database = new Database();
    private final FakePlugin plugin = new FakePlugin();
    private final StoreOnPaper store =
            new StoreOnPaper().order("1042", "12.50", true).order("1043", "12.50", true);
    private Instant now = Instant.parse("2026-11-23T10:02:11Z");
    private final Ledger ledger = new Ledger(database, () -> now);
    private final FeedReader reader = reader();

    FeedReaderTest() throws IOException {
        ledger.create();
        reader.open();
    }

    @BeforeEach
    void two_orders_are_being_paid() {
        intend("5f0c", "1042");
        intend("5f0d", "1043");
    }

    @AfterEach
    void close() {
        plugin.close();
        database.close();
    }

    @Test
    void an_event_whose_webhook_was_lost_pays_the_order() {
        plugin.happens(settled("5f0c", "1042", 2));
        reader.pass();
        assertEquals(List.of("paid 1042"), store.told());
    }

    @Test
    void a_store_whose_clock_is_wrong_refuses_webhooks_and_is_told_by_the_feed() {
        Signer signer = Signer.named("plugin");
        Receiver receiver = new Receiver(
                new Signatures(List.of(signer.key()), Duration.ofSeconds(300), () -> now.plus(LONG_AFTER)),
                ledger,
                new Storekeeper(() -> store));
        byte[] event = settled("5f0c", "1042", 2);
        assertEquals(Answer.NOT_TRUSTED, receiver.receive(signer.sign("evt_3K", now, event)));
        plugin.happens(event);
        reader.pass();
        assertEquals(List.of("paid 1042"), store.told());
    }

    @Test
    void what_was_applied_before_is_not_applied_again() {
        plugin.happens(settled("5f0c", "1042", 2));
        reader.pass();
        plugin.forgetsCursors();
        reader.pass();
        reader.pass();
        assertEquals(List.of("paid 1042"), store.told());
    }

    @Test
    void all_pages_are_read_in_one_pass_and_the_next_pass_goes_on_where_it_ended() {
        plugin.happens(at("5f0c", "1042", 1, "confirming"));
        plugin.happens(settled("5f0c", "1042", 2));
        plugin.happens(settled("5f0d", "1043", 2));
        reader.pass();
        assertEquals(
                List.of("paid 1042", "paid 1043"),
                store.told().stream().filter(this::isPaid).toList());
        plugin.happens(settled("5f0d", "1043", 3));
        reader.pass();
        assertEquals(
                List.of("GET /events", "GET /events?after=1", "GET /events?after=2", "GET /events?after=3"),
                plugin.calls());
    }

    @Test
    void a_cursor_that_the_plugin_does_not_know_begins_again_with_the_first_event() {
        plugin.happens(at("5f0c", "1042", 1, "confirming"));
        reader.pass();
        plugin.forgetsCursors();
        plugin.happens(settled("5f0c", "1042", 2));
        reader.pass();
        reader.pass();
        assertEquals(1, store.told().stream().filter(this::isPaid).count());
    }

    @Test
    void an_event_that_the_store_throws_at_comes_again_and_the_others_do_not_wait() {
        plugin.happens(settled("5f0c", "1042", 2));
        plugin.happens(settled("5f0d", "1043", 2));
        store.breakAt("1042");
        reader.pass();
        assertEquals(List.of("paid 1043"), store.told());
        store.breakAt("");
        reader.pass();
        assertEquals(List.of("paid 1043", "paid 1042"), store.told());
        reader.pass();
        assertEquals(2, store.told().size());
    }

    @Test
    void a_plugin_that_is_down_or_answers_rubbish_changes_nothing() {
        plugin.happens(settled("5f0c", "1042", 2));
        plugin.refuse("internal_error");
        reader.pass();
        plugin.refuse("");
        plugin.rubbish(true);
        reader.pass();
        assertEquals(List.of(), store.told());
        plugin.rubbish(false);
        reader.pass();
        assertEquals(List.of("paid 1042"), store.told());
    }

    @Test
    void an_event_that_nobody_here_asked_for_or_understands_is_left_out() {
        plugin.happens(settled("someone", "9999", 2));
        plugin.happens(Example.payment().at(2, "settled").event("payment.unheard_of"));
        plugin.happens(Example.payment().without("id").event("payment.settled"));
        plugin.happens(settled("5f0c", "1042", 2));
        reader.pass();
        assertEquals(List.of("paid 1042"), store.told());
        plugin.happens(settled("5f0d", "1043", 2));
        reader.pass();
        assertEquals(List.of("paid 1042", "paid 1043"), store.told());
    }

    @Test
    void of_two_nodes_one_reads_until_it_has_been_gone_for_long() {
        FeedReader other = reader();
        reader.pass();
        other.pass();
        assertEquals(List.of("GET /events"), plugin.calls());
        now = now.plus(LONG_AFTER);
        plugin.happens(settled("5f0c", "1042", 2));
        other.pass();
        assertEquals(List.of("paid 1042"), store.told());
        reader.pass();
        assertEquals(2, plugin.calls().size(), "the first one is not the reader any more");
    }

    private boolean isPaid(String words) {
        return words.startsWith("paid");
    }

    private FeedReader reader() {
        Settings settings = new Settings(
                plugin.baseUrl(),
                FakePlugin.API_KEY,
                List.of(new byte[32]),
                new Settings.Times(Duration.ofSeconds(300), Duration.ofSeconds(20)),
                List.of());
        return new FeedReader(
                new PluginCalls(settings, Duration.ofSeconds(5)),
                new Bookmark(database, () -> now),
                ledger,
                new Storekeeper(() -> store));
    }

    private void intend(String reference, String order) {
        Intent intent = new Intent(reference, order, Example.ETH, new BigDecimal("12.50"), "USD", "", "", "");
        ledger.answered(ledger.intend(intent), "pay_" + reference);
    }

    private static byte[] settled(String reference, String order, long sequence) {
        return at(reference, order, sequence, "settled");
    }

    private static byte[] at(String reference, String order, long sequence, String status) {
        return Example.payment()
                .with("id", "pay_" + reference)
                .with("orderRef", order)
                .with("clientReference", reference)
                .at(sequence, status)
                .event("payment." + status);
    }
}
