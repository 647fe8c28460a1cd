package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.NOW;
import static imtokenpay.store.contract.Samples.event;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.payment.PaymentId;
import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Attempt.Outcome;
import imtokenpay.webhook.Outbox.Next;
import imtokenpay.webhook.WebhookEvent;
import imtokenpay.webhook.told.DeliveryCursor;
import imtokenpay.webhook.told.DeliveryPage;
import imtokenpay.webhook.told.ToldEvent;
import imtokenpay.webhook.told.ToldEvent.Last;
import imtokenpay.webhook.told.ToldEvent.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a list of deliveries promises to a store that looks through it.
public abstract class DeliveryListContract extends StoreContract {
    @Test
    void a_store_without_events_has_one_empty_page() {
        assertEquals(new DeliveryPage(List.of(), DeliveryCursor.NEWEST, false), page(DeliveryCursor.NEWEST, 100));
    }

    @Test
    void every_event_comes_once_and_the_newest_first() {
        // Of one moment, so that pages end between them.
        var same = IntStream.rangeClosed(11, 19)
                .mapToObj(i -> new WebhookEvent(
                        "evt_" + i, "books", payment(i), "payment.settled", new WebhookEvent.Content(NOW, "{}")))
                .toList();
        var later = List.of(event(1), event(2), event(3));
        announce(Stream.concat(same.stream(), later.stream()).toList());
        var expected = Stream.concat(later.reversed().stream(), same.reversed().stream())
                .toList();
        for (var size : List.of(1, 2, 5, 12, 100)) {
            assertEquals(expected, all(size), "pages of " + size);
        }
    }

    @Test
    void each_is_shown_with_its_last_attempt_and_how_it_goes_on() {
        announce(List.of(event(1), event(2), event(3), event(4)));
        var again = NOW.plusSeconds(30);
        commit(() -> attempted(again));
        assertEquals(
                List.of(
                        new ToldEvent(event(4), 0, Optional.empty(), new Standing.Waiting(NOW.plusMillis(4))),
                        new ToldEvent(event(3), 1, last("HTTP 400"), new Standing.GivenUp()),
                        new ToldEvent(event(2), 2, last("gone"), new Standing.Waiting(again)),
                        new ToldEvent(event(1), 1, last("HTTP 204"), new Standing.Delivered())),
                page(DeliveryCursor.NEWEST, 100).deliveries());
    }

    @Test
    void a_store_never_sees_the_deliveries_of_another() {
        var mine = event(1);
        var others = new WebhookEvent("evt_other_1", "toys", mine.paymentId(), mine.type(), mine.content());
        announce(List.of(mine, others));
        assertEquals(List.of(mine), all(100));
        assertEquals(Optional.empty(), ask(() -> shelf().told().list().one("books", others.id())));
        assertEquals(
                others,
                ask(() -> shelf().told().list().one("toys", others.id()))
                        .orElseThrow()
                        .event());
        assertEquals(Optional.empty(), ask(() -> shelf().told().list().one("toys", "evt_none_1")));
    }

    private void attempted(Instant again) {
        var claimed = shelf().outbox().claim("books", 3, NOW.plusSeconds(1), NOW.plusSeconds(9));
        var outbox = shelf().outbox();
        outbox.attempted(claimed.get(0), new Attempt(NOW, new Outcome.Answered(204)), new Next.Delivered());
        outbox.attempted(claimed.get(1), new Attempt(NOW, new Outcome.Answered(500)), new Next.Retry(NOW));
        outbox.attempted(claimed.get(1), new Attempt(NOW, new Outcome.Unreachable("gone")), new Next.Retry(again));
        outbox.attempted(claimed.get(2), new Attempt(NOW, new Outcome.Answered(400)), new Next.Parked());
    }

    private static Optional<Last> last(String outcome) {
        return Optional.of(new Last(NOW, outcome));
    }

    private static PaymentId payment(int number) {
        return new PaymentId("pay_%026d".formatted(number));
    }

    private void announce(List<WebhookEvent> events) {
        commit(() -> events.forEach(shelf().outbox()::announce));
    }

    private List<WebhookEvent> all(int size) {
        var events = new ArrayList<WebhookEvent>();
        var page = page(DeliveryCursor.NEWEST, size);
        page.deliveries().forEach(told -> events.add(told.event()));
        while (page.hasMore()) {
            assertTrue(events.size() < 1_000, "the pages have an end");
            page = page(page.cursor(), size);
            page.deliveries().forEach(told -> events.add(told.event()));
        }
        return events;
    }

    private DeliveryPage page(DeliveryCursor after, int count) {
        return ask(() -> shelf().told().list().page("books", after, count));
    }
}
