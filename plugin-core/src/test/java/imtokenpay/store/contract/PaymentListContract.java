package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.NOW;
import static imtokenpay.store.contract.Samples.opened;
import static imtokenpay.store.contract.Samples.payment;
import static imtokenpay.store.contract.Samples.standing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.list.Opened;
import imtokenpay.payment.list.PaymentCursor;
import imtokenpay.payment.list.PaymentFilter;
import imtokenpay.payment.list.PaymentPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a list of payments promises to a store that looks through it.
public abstract class PaymentListContract extends StoreContract {
    private static final PaymentFilter ALL = PaymentFilter.all("books");

    @Test
    void a_store_without_payments_has_one_empty_page() {
        assertEquals(new PaymentPage(List.of(), PaymentCursor.newest(), false), page(ALL, PaymentCursor.newest(), 100));
    }

    @Test
    void every_payment_comes_once_and_the_newest_first() {
        // Five share a moment, so that pages end between them.
        var made = IntStream.range(0, 25)
                .mapToObj(i -> opened(payment("order-" + i), NOW.plusMillis(i / 5)))
                .toList();
        add(made);
        var expected = made.stream()
                .sorted(Comparator.<Payment, Instant>comparing(
                                one -> one.terms().openedAt())
                        .thenComparing(one -> one.id().text())
                        .reversed())
                .toList();
        for (var size : List.of(1, 3, 24, 25, 100)) {
            assertEquals(expected, all(ALL, PaymentCursor.newest(), size), "pages of " + size);
        }
    }

    @Test
    void a_page_says_whether_there_is_another_one() {
        add(List.of(payment("one"), payment("two")));
        assertTrue(page(ALL, PaymentCursor.newest(), 1).hasMore());
        assertFalse(page(ALL, PaymentCursor.newest(), 2).hasMore());
    }

    @Test
    void a_payment_that_is_made_meanwhile_moves_no_page() {
        var first = opened(payment("first"), NOW);
        var second = opened(payment("second"), NOW.plusMillis(1));
        add(List.of(first, second));
        var page = page(ALL, PaymentCursor.newest(), 1);
        add(List.of(opened(payment("third"), NOW.plusMillis(2))));
        assertEquals(List.of(first), page(ALL, page.cursor(), 1).payments());
    }

    @Test
    void a_store_never_sees_the_payments_of_another() {
        var others = payment("order");
        var origin = new Payment.Origin(
                "toys", others.origin().request(), others.origin().quote());
        add(List.of(
                new Payment(others.id(), origin, others.receiver(), others.terms(), others.standing()),
                payment("order")));
        assertEquals(1, all(ALL, PaymentCursor.newest(), 100).size());
        assertEquals(
                1, all(PaymentFilter.all("toys"), PaymentCursor.newest(), 100).size());
        assertEquals(
                1,
                all(PaymentFilter.all("toys"), PaymentCursor.changedAfter(NOW), 100)
                        .size());
        assertEquals(1, all(ofOrder("order"), PaymentCursor.newest(), 100).size());
        assertEquals(List.of(), all(in(PaymentStatus.SETTLED), PaymentCursor.newest(), 100));
    }

    @Test
    void one_or_several_standings_can_be_chosen() {
        var made = IntStream.range(0, PaymentStatus.values().length * 3)
                .mapToObj(i -> opened(
                        standing(payment("order"), PaymentStatus.values()[i % PaymentStatus.values().length]),
                        NOW.plusMillis(i)))
                .toList();
        add(made);
        var wanted = Set.of(PaymentStatus.SETTLED, PaymentStatus.UNRESOLVED);
        var expected = made.reversed().stream()
                .filter(one -> wanted.contains(one.status()))
                .toList();
        for (var size : List.of(1, 2, 5, 100)) {
            assertEquals(
                    expected, all(in(PaymentStatus.SETTLED, PaymentStatus.UNRESOLVED), PaymentCursor.newest(), size));
        }
        assertEquals(3, all(in(PaymentStatus.CLOSED), PaymentCursor.newest(), 2).size());
    }

    @Test
    void an_order_can_be_chosen_together_with_a_standing() {
        var wanted = standing(payment("order"), PaymentStatus.SETTLED);
        add(List.of(wanted, payment("order"), standing(payment("other"), PaymentStatus.SETTLED)));
        assertEquals(2, all(ofOrder("order"), PaymentCursor.newest(), 1).size());
        var both = new PaymentFilter("books", Optional.of("order"), Set.of(PaymentStatus.SETTLED));
        assertEquals(List.of(wanted), all(both, PaymentCursor.newest(), 1));
        assertEquals(List.of(wanted), all(both, PaymentCursor.changedAfter(NOW), 1));
    }

    @Test
    void a_time_can_be_chosen_together_with_an_order_or_a_standing_and_pages_stay_in_it() {
        var made = IntStream.range(0, 20)
                .mapToObj(i -> opened(
                        standing(
                                payment(i % 4 == 0 ? "order" : "other"),
                                i % 2 == 0 ? PaymentStatus.SETTLED : PaymentStatus.EXPIRED),
                        NOW.plusSeconds(i / 2)))
                .toList();
        add(made);
        var times = List.of(
                new Opened(Optional.of(NOW.plusSeconds(3)), Optional.of(NOW.plusSeconds(7))),
                new Opened(Optional.of(NOW.plusSeconds(3)), Optional.empty()),
                new Opened(Optional.empty(), Optional.of(NOW.plusSeconds(7))),
                new Opened(Optional.of(NOW.plusSeconds(3)), Optional.of(NOW.plusSeconds(3))),
                Opened.EVER);
        for (var time : times) {
            for (var order : List.of(Optional.<String>empty(), Optional.of("order"))) {
                for (var standing : List.of(Set.<PaymentStatus>of(), Set.of(PaymentStatus.SETTLED))) {
                    var filter = new PaymentFilter("books", order, standing, time);
                    var wanted = made.stream()
                            .filter(one -> isWithin(time, one.terms().openedAt()))
                            .filter(one -> order.isEmpty()
                                    || order.get().equals(one.origin().request().orderRef()))
                            .filter(one -> standing.isEmpty() || standing.contains(one.status()))
                            .collect(Collectors.toSet());
                    for (var size : List.of(1, 3, 100)) {
                        for (var begin : List.of(PaymentCursor.newest(), PaymentCursor.changedAfter(Instant.EPOCH))) {
                            var found = all(filter, begin, size);
                            assertEquals(wanted, Set.copyOf(found), filter + " " + size);
                            assertEquals(wanted.size(), found.size(), filter + " " + size);
                        }
                    }
                }
            }
        }
    }

    private static boolean isWithin(Opened time, Instant moment) {
        return time.from().filter(moment::isBefore).isEmpty()
                && time.until().filter(until -> !moment.isBefore(until)).isEmpty();
    }

    @Test
    void what_changed_comes_in_the_order_of_its_changes() {
        var first = payment("first");
        var second = payment("second");
        add(List.of(first));
        add(List.of(second));
        var before = all(ALL, PaymentCursor.changedAfter(Instant.EPOCH), 1);
        assertEquals(List.of(first, second), before);
        var end = page(ALL, PaymentCursor.changedAfter(Instant.EPOCH), 100).cursor();
        assertEquals(List.of(), page(ALL, end, 100).payments());
        var moved = first.movedTo(PaymentStatus.SETTLED);
        commit(() -> {
            shelf().payments().locked(moved.id()).orElseThrow();
            shelf().payments().replace(moved);
        });
        assertEquals(List.of(moved), page(ALL, end, 100).payments());
        assertEquals(List.of(second, moved), all(ALL, PaymentCursor.changedAfter(Instant.EPOCH), 1));
    }

    private static PaymentFilter in(PaymentStatus... statuses) {
        return new PaymentFilter("books", Optional.empty(), Set.of(statuses));
    }

    private static PaymentFilter ofOrder(String order) {
        return new PaymentFilter("books", Optional.of(order), Set.of());
    }

    private void add(List<Payment> payments) {
        commit(() -> payments.forEach(shelf().payments()::add));
    }

    private List<Payment> all(PaymentFilter filter, PaymentCursor from, int size) {
        var payments = new ArrayList<Payment>();
        var page = page(filter, from, size);
        payments.addAll(page.payments());
        while (page.hasMore()) {
            assertTrue(payments.size() < 1_000, "the pages have an end");
            page = page(filter, page.cursor(), size);
            payments.addAll(page.payments());
        }
        return payments;
    }

    private PaymentPage page(PaymentFilter filter, PaymentCursor after, int count) {
        return ask(() -> shelf().money().lists().pages().page(filter, after, count));
    }
}
