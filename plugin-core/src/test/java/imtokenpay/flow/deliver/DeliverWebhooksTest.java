package imtokenpay.flow.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.flow.monitor.WebhookMonitor;
import imtokenpay.payment.PaymentId;
import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Attempt.Outcome;
import imtokenpay.webhook.Outbox.Next;
import imtokenpay.webhook.Signature;
import imtokenpay.webhook.WebhookEndpoint;
import imtokenpay.webhook.WebhookEndpoints;
import imtokenpay.webhook.WebhookEvent;
import imtokenpay.webhook.WebhookTransport;
import imtokenpay.webhook.trouble.MemoryDisabledEndpoints;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class DeliverWebhooksTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final WebhookEvent EVENT = event(1);

    private final ScriptedOutbox outbox = new ScriptedOutbox();

    @Test
    void an_error_in_a_delivery_is_logged_with_its_event() {
        var log = Logger.getLogger(DeliverWebhooks.class.getName());
        try (var heard = HeardLog.of(log)) {
            outbox.announce(EVENT);
            deliver((endpoint, event, at) -> {
                throw new StackOverflowError("on purpose");
            });
            var record = heard.records().getFirst();
            assertEquals(Level.SEVERE, record.getLevel());
            assertTrue(record.getMessage().contains(EVENT.id()), record.getMessage());
            assertInstanceOf(StackOverflowError.class, record.getThrown());
        }
    }

    @Test
    void an_error_in_one_delivery_leaves_the_others_alone() {
        try (var heard = HeardLog.of(Logger.getLogger(DeliverWebhooks.class.getName()))) {
            outbox.announce(EVENT);
            outbox.announce(event(2));
            deliver((endpoint, event, at) -> {
                if (event.equals(EVENT)) {
                    throw new StackOverflowError("on purpose");
                }
                return new Attempt(at, new Outcome.Answered(200));
            });
            assertEquals(Optional.of(new Next.Delivered()), outbox.noted(event(2)));
            assertEquals(1, heard.records().size());
        }
    }

    @Test
    void an_attempt_that_cannot_be_noted_takes_no_other_with_it() {
        try (var heard = HeardLog.of(Logger.getLogger(DeliverWebhooks.class.getName()))) {
            for (var number = 1; number <= 50; number++) {
                outbox.announce(event(number));
            }
            outbox.refuses(event(7));
            deliver((endpoint, event, at) -> new Attempt(at, new Outcome.Answered(200)));
            for (var number = 1; number <= 50; number++) {
                var noted = outbox.noted(event(number));
                assertEquals(number == 7 ? Optional.empty() : Optional.of(new Next.Delivered()), noted);
            }
            assertTrue(heard.records().getLast().getMessage().contains(event(7).id()));
        }
    }

    @Test
    void everything_but_2xx_is_tried_again() {
        for (var status : new int[] {300, 301, 302, 304, 307, 400, 401, 403, 404, 408, 409, 422, 429, 500, 503, 599}) {
            assertEquals(new Next.Retry(NOW.plusSeconds(5)), next(new Outcome.Answered(status)), "HTTP " + status);
        }
    }

    @Test
    void everything_that_is_2xx_is_delivered() {
        for (var status : new int[] {200, 201, 202, 204, 299}) {
            assertEquals(new Next.Delivered(), next(new Outcome.Answered(status)), "HTTP " + status);
        }
    }

    @Test
    void a_store_that_asks_to_wait_is_given_the_time() {
        assertEquals(new Next.Retry(NOW.plusSeconds(600)), next(new Outcome.AskedToWait(429, Duration.ofMinutes(10))));
    }

    private Next next(Outcome outcome) {
        outbox.announce(EVENT);
        deliver((endpoint, event, at) -> new Attempt(at, outcome));
        return outbox.noted(EVENT).orElseThrow();
    }

    private void deliver(WebhookTransport transport) {
        var secret = Signature.Secret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        var endpoint = new WebhookEndpoint("books", URI.create("https://shop.example/hook"), secret);
        WebhookEndpoints endpoints = store -> Optional.of(endpoint);
        var book = new DeliveryBook(outbox, endpoints, new MemoryDisabledEndpoints(), () -> NOW, () -> 0);
        new DeliverWebhooks(book, endpoints, transport, new WebhookMonitor() {}, () -> NOW).deliver("books");
    }

    private static WebhookEvent event(int number) {
        var payment = new PaymentId("pay_%026d".formatted(number));
        return new WebhookEvent(
                WebhookEvent.idOf(payment, 1),
                "books",
                payment,
                "payment.settled",
                new WebhookEvent.Content(NOW, "{}"));
    }
}
