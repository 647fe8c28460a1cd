package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.NOW;
import static imtokenpay.store.contract.Samples.event;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.payment.PaymentId;
import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Attempt.Outcome;
import imtokenpay.webhook.Outbox.Next;
import imtokenpay.webhook.WebhookEvent;
import imtokenpay.webhook.feed.FeedCursor;
import imtokenpay.webhook.feed.FeedPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the feed promises to a store that asks instead of being told.
public abstract class EventFeedContract extends StoreContract {
    private static final int WRITERS = 8;
    private static final int READERS = 4;
    private static final int EACH = 25;

    @Test
    void a_feed_without_events_is_empty_and_ends() {
        assertEquals(new FeedPage(List.of(), FeedCursor.START, false), after(FeedCursor.START, 100));
    }

    @Test
    void every_event_comes_in_the_order_in_which_it_happened() {
        announce(3, 1, 12, 2);
        assertEquals(
                List.of(event(1), event(2), event(3), event(12)),
                after(FeedCursor.START, 100).events());
    }

    @Test
    void a_page_says_where_the_next_one_begins_and_whether_there_is_one() {
        announce(1, 2, 3, 4, 5);
        var first = after(FeedCursor.START, 2);
        assertEquals(List.of(event(1), event(2)), first.events());
        assertTrue(first.hasMore());
        var second = after(first.cursor(), 2);
        assertEquals(List.of(event(3), event(4)), second.events());
        assertTrue(second.hasMore());
        var third = after(second.cursor(), 2);
        assertEquals(List.of(event(5)), third.events());
        assertFalse(third.hasMore());
        assertEquals(new FeedPage(List.of(), third.cursor(), false), after(third.cursor(), 2));
    }

    @Test
    void an_event_that_happened_after_the_last_page_comes_on_the_next() {
        announce(5);
        var page = after(FeedCursor.START, 100);
        announce(1);
        assertEquals(List.of(event(1)), after(page.cursor(), 100).events());
    }

    // The mistake of every feed that is ordered by when an event was written: what commits late is passed over.
    @Test
    void an_event_that_is_committed_late_is_not_passed_over() {
        var page = ask(() -> {
            shelf().outbox().announce(event(1));
            return CompletableFuture.supplyAsync(() -> {
                        announce(2);
                        return after(FeedCursor.START, 100);
                    })
                    .join();
        });
        assertEquals(List.of(event(2)), page.events());
        assertEquals(List.of(event(1)), after(page.cursor(), 100).events());
        assertEquals(List.of(event(2), event(1)), after(FeedCursor.START, 100).events());
    }

    @Test
    void events_of_one_payment_keep_their_order() {
        var payment = new PaymentId("pay_ZZZZZZZZZZZZZZZZZZZZZZZZZZ");
        var events = IntStream.of(9, 10, 11)
                .mapToObj(sequence -> new WebhookEvent(
                        WebhookEvent.idOf(payment, sequence),
                        "books",
                        payment,
                        "payment.settled",
                        new WebhookEvent.Content(NOW, "{}")))
                .toList();
        commit(() -> events.reversed().forEach(shelf().outbox()::announce));
        assertEquals(events, after(FeedCursor.START, 100).events());
    }

    @Test
    void a_store_reads_its_own_events_only_and_not_by_the_cursor_of_another() {
        var sample = event(2);
        var others = new WebhookEvent(sample.id(), "toys", sample.paymentId(), sample.type(), sample.content());
        announce(1);
        commit(() -> shelf().outbox().announce(others));
        var mine = after(FeedCursor.START, 100);
        assertEquals(List.of(event(1)), mine.events());
        assertEquals(
                List.of(others),
                ask(() -> shelf().feed().after("toys", FeedCursor.START, 100))
                        .orElseThrow()
                        .events());
        assertEquals(Optional.empty(), ask(() -> shelf().feed().after("toys", mine.cursor(), 100)));
    }

    @Test
    void a_cursor_of_another_life_of_the_database_is_unknown() {
        announce(1, 2);
        var cursor = after(FeedCursor.START, 100).cursor();
        assertEquals(Optional.empty(), page(new FeedCursor(cursor.number() + 1, cursor.eventId()), 100));
        assertEquals(Optional.empty(), page(new FeedCursor(cursor.number() - 1, cursor.eventId()), 100));
        assertEquals(Optional.empty(), page(new FeedCursor(cursor.number(), "evt_other_1"), 100));
    }

    @Test
    void what_was_delivered_or_given_up_stays_in_the_feed() {
        announce(1, 2);
        commit(() -> {
            var claimed = shelf().outbox().claim("books", 2, NOW.plusSeconds(1), NOW.plusSeconds(2));
            var attempt = new Attempt(NOW, new Outcome.Answered(204));
            shelf().outbox().attempted(claimed.get(0), attempt, new Next.Delivered());
            shelf().outbox().attempted(claimed.get(1), attempt, new Next.Parked());
        });
        assertEquals(List.of(event(1), event(2)), after(FeedCursor.START, 100).events());
    }

    @Test
    void reading_does_not_touch_a_delivery_that_is_under_way() {
        announce(1);
        var claimed = ask(() -> {
            shelf().feed().after("books", FeedCursor.START, 100);
            return CompletableFuture.supplyAsync(
                            () -> ask(() -> shelf().outbox().claim("books", 1, NOW, NOW)))
                    .join();
        });
        assertEquals(List.of(), claimed, "not due yet");
        var until = NOW.plusSeconds(30);
        ask(() -> shelf().outbox().claim("books", 1, NOW.plusSeconds(1), until));
        after(FeedCursor.START, 100);
        assertEquals(List.of(), ask(() -> shelf().outbox().claim("books", 1, NOW.plusSeconds(2), until)));
    }

    @Test
    void readers_and_writers_at_once_meet_every_event_once() {
        var read = Crowd.of(WRITERS + READERS, i -> () -> i < WRITERS ? write(i) : readAll());
        var whole = after(new FeedCursor(0, ""), 100);
        var events = new ArrayList<>(whole.events());
        for (var page = whole; page.hasMore(); ) {
            page = after(page.cursor(), 100);
            events.addAll(page.events());
        }
        assertEquals(WRITERS * EACH, events.size());
        assertEquals(WRITERS * EACH, Set.copyOf(events).size());
        for (var seen : read.subList(WRITERS, WRITERS + READERS)) {
            assertEquals(events.subList(0, seen.size()), seen, "a reader saw the same feed as everybody");
        }
    }

    private List<WebhookEvent> write(int writer) {
        for (var i = 0; i < EACH; i++) {
            announce(writer * EACH + i + 1);
        }
        return List.of();
    }

    private List<WebhookEvent> readAll() {
        var events = new ArrayList<WebhookEvent>();
        var cursor = FeedCursor.START;
        for (var i = 0; i < EACH; i++) {
            var page = after(cursor, 10);
            events.addAll(page.events());
            cursor = page.cursor();
        }
        return events;
    }

    private void announce(int... numbers) {
        commit(() -> {
            for (var number : numbers) {
                shelf().outbox().announce(event(number));
            }
        });
    }

    private FeedPage after(FeedCursor cursor, int count) {
        return page(cursor, count).orElseThrow();
    }

    private Optional<FeedPage> page(FeedCursor cursor, int count) {
        return ask(() -> shelf().feed().after("books", cursor, count));
    }
}
