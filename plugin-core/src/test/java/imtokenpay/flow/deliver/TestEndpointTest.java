package imtokenpay.flow.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Signature;
import imtokenpay.webhook.WebhookEndpoint;
import imtokenpay.webhook.WebhookEvent;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TestEndpointTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Attempt ANSWERED = new Attempt(NOW, new Attempt.Outcome.Answered(204));
    private static final WebhookEndpoint HOOK = new WebhookEndpoint(
            "books",
            URI.create("https://books.example/hook"),
            Signature.Secret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

    private final List<WebhookEvent> sent = new ArrayList<>();
    private Supplier<Attempt> store = () -> ANSWERED;
    private final TestEndpoint test = new TestEndpoint(
            store -> Optional.of(HOOK).filter(hook -> hook.storeId().equals(store)),
            (endpoint, event, at) -> {
                sent.add(event);
                return store.get();
            },
            () -> NOW,
            new Random(7));

    @Test
    void a_test_is_an_event_of_no_payment_and_says_what_the_store_answered() {
        var tested = test.test("books").orElseThrow();
        assertEquals(ANSWERED, tested.attempt());
        var event = sent.getFirst();
        assertEquals("webhook.test", event.type());
        assertEquals(
                "{\"id\":\"" + tested.eventId() + "\",\"type\":\"webhook.test\",\"timestamp\":\"2026-11-23T10:00:00Z\","
                        + "\"apiVersion\":\"v1\",\"data\":{}}",
                event.content().body());
    }

    @Test
    void each_test_has_an_id_of_its_own() {
        assertTrue(!test.test("books").equals(test.test("books")));
    }

    @Test
    void a_store_without_an_endpoint_is_sent_nothing() {
        assertEquals(Optional.empty(), test.test("toys"));
        assertEquals(List.of(), sent);
    }

    @Test
    void a_slow_store_holds_one_thread_and_no_more() {
        store = () -> {
            assertEquals(Optional.empty(), test.test("books"));
            return ANSWERED;
        };
        assertTrue(test.test("books").isPresent());
        assertEquals(1, sent.size());
        store = () -> ANSWERED;
        assertTrue(test.test("books").isPresent());
    }

    @Test
    void a_test_that_breaks_off_does_not_stand_in_the_way_of_the_next() {
        store = () -> {
            throw new IllegalStateException("ours");
        };
        assertThrows(IllegalStateException.class, () -> test.test("books"));
        store = () -> ANSWERED;
        assertTrue(test.test("books").isPresent());
    }
}
