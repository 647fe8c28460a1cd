package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.NOW;
import static imtokenpay.store.contract.Samples.event;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.flow.deliver.DeliveryBook;
import imtokenpay.flow.deliver.DeliveryBook.Tried;
import imtokenpay.flow.deliver.MendDeliveries;
import imtokenpay.flow.deliver.StoreEndpoint;
import imtokenpay.merchant.ApiKey;
import imtokenpay.merchant.Store;
import imtokenpay.merchant.Stores;
import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Attempt.Outcome;
import imtokenpay.webhook.Delivery;
import imtokenpay.webhook.Outbox.Next;
import imtokenpay.webhook.Signature;
import imtokenpay.webhook.WebhookEndpoint;
import imtokenpay.webhook.trouble.DisabledEndpoint;
import imtokenpay.webhook.trouble.FailedDelivery;
import imtokenpay.webhook.trouble.FailedDelivery.Last;
import imtokenpay.webhook.trouble.FailedDelivery.Standing;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Endpoints that want no more, deliveries that fail, and what a person does about them, wherever it is kept.
public abstract class MendingContract extends StoreContract {
    private static final Store BOOKS = new Store("books", "Books", Set.of());
    private static final URI OLD = URI.create("https://books.example/hook");
    private static final URI NEW = URI.create("https://books.example/new");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Attempt GONE = new Attempt(LATER, new Outcome.Answered(410));
    private static final Attempt FAILED = new Attempt(LATER, new Outcome.Answered(500));

    private Instant now = LATER;
    private URI address = OLD;
    private DeliveryBook book;
    private MendDeliveries mend;

    @BeforeEach
    void a_store_with_an_endpoint() {
        var told = shelf().told();
        book = new DeliveryBook(told.outbox(), this::endpoint, told.disabled(), () -> now, () -> 0);
        mend = new MendDeliveries(
                stores(),
                this::endpoint,
                new MendDeliveries.Troubles(told.disabled(), told.failed()),
                shelf().audit(),
                () -> now);
    }

    @Test
    void an_endpoint_that_is_gone_is_sent_nothing_until_a_person_enables_it() {
        announce(1, 2);
        attempted(claim().getFirst(), GONE);
        now = NOW.plus(Duration.ofDays(30));
        assertEquals(List.of(), ask(book::waiting));
        assertEquals(List.of(), claim());
        assertEquals(new StoreEndpoint.Standing.Disabled(LATER), standing());
        commit(() -> mend.enable("books", "anna"));
        assertEquals(new StoreEndpoint.Standing.Enabled(), standing());
        assertEquals(List.of("books"), ask(book::waiting));
        assertEquals(2, claim().size(), "what waited is kept");
    }

    @Test
    void what_a_person_does_leaves_one_row_each_in_the_audit_log() {
        announce(1);
        attempted(claim().getFirst(), GONE);
        commit(() -> mend.enable("books", "anna"));
        ask(() -> mend.redeliver(event(1).id(), "ben"));
        ask(() -> mend.redeliver("evt_unknown", "ben"));
        assertEquals(
                List.of("anna | webhooks_enabled | books | ", "ben | event_redelivered | " + event(1).id() + " | "),
                deeds());
    }

    @Test
    void what_waits_for_days_is_sent_at_once_when_its_endpoint_is_enabled() {
        announce(1);
        var tomorrow = new Next.Retry(NOW.plus(Duration.ofDays(1)));
        var delivery = claim().getFirst();
        commit(() -> shelf().outbox().attempted(delivery, FAILED, tomorrow));
        assertEquals(List.of(), claim());
        commit(() -> mend.enable("books", "anna"));
        assertEquals(List.of(event(1)), claim().stream().map(Delivery::event).toList());
    }

    @Test
    void an_endpoint_that_is_gone_is_sent_to_again_when_its_address_changes() {
        announce(1);
        attempted(claim().getFirst(), GONE);
        now = NOW.plus(Duration.ofHours(1));
        assertEquals(List.of(), claim());
        address = NEW;
        assertEquals(new StoreEndpoint.Standing.Enabled(), standing());
        assertEquals(1, claim().size());
    }

    @Test
    void a_new_address_can_be_gone_as_well() {
        announce(1, 2);
        var both = claim();
        attempted(both.getFirst(), GONE);
        address = NEW;
        attempted(both.getLast(), GONE);
        now = NOW.plus(Duration.ofHours(1));
        assertEquals(List.of(), claim());
        assertEquals(
                List.of(new DisabledEndpoint("books", NEW, LATER)),
                ask(() -> shelf().told().disabled().all()));
    }

    @Test
    void a_batch_that_is_refused_all_at_once_is_noted_all_of_it() throws Exception {
        announce(IntStream.rangeClosed(1, 16).toArray());
        var batch = claim();
        assertEquals(16, batch.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var notes = batch.stream()
                    .map(delivery -> (Callable<Boolean>) () -> {
                        attempted(delivery, GONE);
                        return true;
                    })
                    .toList();
            for (var note : threads.invokeAll(notes)) {
                assertTrue(note.get());
            }
        }
        assertEquals(16, failed().size());
        assertEquals(
                List.of(new DisabledEndpoint("books", OLD, LATER)),
                ask(() -> shelf().told().disabled().all()));
    }

    @Test
    void another_stores_endpoint_is_sent_to_all_the_while() {
        commit(() -> shelf().told().disabled().disable(new DisabledEndpoint("music", OLD, NOW)));
        announce(1);
        assertEquals(List.of("books"), ask(book::waiting));
        assertEquals(1, claim().size());
    }

    @Test
    void what_failed_is_shown_with_its_last_outcome_and_what_is_given_up_comes_first() {
        announce(1, 2, 3, 4);
        var all = claim();
        var again = NOW.plus(Duration.ofHours(2));
        note(all.get(0), FAILED, new Next.Parked());
        note(all.get(1), new Attempt(NOW, new Outcome.Unreachable("no route")), new Next.Retry(again));
        note(all.get(1), FAILED, new Next.Retry(again));
        note(all.get(2), new Attempt(LATER, new Outcome.Answered(204)), new Next.Delivered());
        assertEquals(
                List.of(
                        new FailedDelivery(event(1), 1, new Last(LATER, "HTTP 500"), new Standing.Parked()),
                        new FailedDelivery(event(2), 2, new Last(LATER, "HTTP 500"), new Standing.Waiting(again))),
                failed());
        assertEquals(1, ask(() -> mend.failed(1)).size());
    }

    @Test
    void an_event_that_was_given_up_is_sent_once_more_and_then_given_up_again() {
        announce(1);
        var first = claim().getFirst();
        for (var i = 0; i < 12; i++) {
            attempted(new Delivery(first.event(), i), FAILED);
        }
        assertEquals(new Standing.Parked(), failed().getFirst().standing());
        assertTrue(ask(() -> mend.redeliver(event(1).id(), "anna")));
        var more = claim().getFirst();
        assertEquals(new Delivery(event(1), 12), more);
        attempted(more, FAILED);
        assertEquals(new Standing.Parked(), failed().getFirst().standing());
    }

    @Test
    void an_event_that_waits_for_its_next_attempt_is_sent_at_once_if_a_person_wants_it() {
        announce(1);
        attempted(claim().getFirst(), FAILED);
        assertEquals(List.of(), claim());
        assertTrue(ask(() -> mend.redeliver(event(1).id(), "anna")));
        assertEquals(List.of(new Delivery(event(1), 1)), claim());
    }

    @Test
    void an_event_that_arrived_can_be_sent_again() {
        announce(1);
        attempted(claim().getFirst(), new Attempt(NOW, new Outcome.Answered(204)));
        assertTrue(ask(() -> mend.redeliver(event(1).id(), "anna")));
        assertEquals(List.of(new Delivery(event(1), 1)), claim());
    }

    @Test
    void an_event_that_nobody_knows_is_not_sent() {
        announce(1);
        assertFalse(ask(() -> mend.redeliver("evt_unknown", "anna")));
        assertEquals(1, claim().size());
    }

    private void announce(int... numbers) {
        commit(() -> IntStream.of(numbers).forEach(number -> shelf().outbox().announce(event(number))));
    }

    private List<Delivery> claim() {
        return ask(() -> book.claim("books"));
    }

    private void attempted(Delivery delivery, Attempt attempt) {
        commit(() -> book.attempted(List.of(new Tried(delivery, attempt))));
    }

    private void note(Delivery delivery, Attempt attempt, Next next) {
        commit(() -> shelf().outbox().attempted(delivery, attempt, next));
    }

    private List<FailedDelivery> failed() {
        return ask(() -> mend.failed(200));
    }

    private StoreEndpoint.Standing standing() {
        return ask(mend::endpoints).getFirst().standing();
    }

    private Optional<WebhookEndpoint> endpoint(String store) {
        var secret = Signature.Secret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        return Optional.of(new WebhookEndpoint(store, address, secret));
    }

    private static Stores stores() {
        return new Stores() {
            @Override
            public List<Store> all() {
                return List.of(BOOKS);
            }

            @Override
            public Optional<Store> byApiKey(ApiKey key) {
                return Optional.empty();
            }

            @Override
            public Optional<Store> byId(String id) {
                return Optional.of(BOOKS);
            }
        };
    }
}
