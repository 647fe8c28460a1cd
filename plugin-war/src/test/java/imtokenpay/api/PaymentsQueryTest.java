package imtokenpay.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.api.problem.Problem;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.list.PaymentCursor;
import imtokenpay.payment.list.PaymentFilter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentsQueryTest {
    private final PaymentsQuery query = new PaymentsQuery();

    @Test
    void without_parameters_the_newest_hundred_of_the_store_are_wanted() {
        var wanted = query.read("books");
        assertEquals(PaymentFilter.all("books"), wanted.filter());
        assertEquals(PaymentCursor.newest(), wanted.after());
        assertEquals(100, wanted.count());
    }

    @Test
    void every_parameter_is_read() {
        query.orderRef = "1042 好 📚";
        query.status = "settled,unresolved";
        query.updatedAfter = "2026-11-23T11:00:00+01:00";
        query.limit = "7";
        var wanted = query.read("books");
        assertEquals(
                new PaymentFilter(
                        "books", Optional.of("1042 好 📚"), Set.of(PaymentStatus.SETTLED, PaymentStatus.UNRESOLVED)),
                wanted.filter());
        assertEquals(PaymentCursor.changedAfter(Instant.parse("2026-11-23T10:00:00Z")), wanted.after());
        assertEquals(7, wanted.count());
    }

    @Test
    void a_cursor_goes_on_in_the_order_that_it_was_given_for() {
        var changed = PaymentCursor.changedAfter(Instant.parse("2026-11-23T10:00:00Z"));
        query.after = changed.text();
        assertEquals(changed, query.read("books").after());
        query.updatedAfter = "2026-01-01T00:00:00Z";
        assertEquals(changed, query.read("books").after());
        query.after = PaymentCursor.newest().text();
        assertEquals(List.of("after"), refused());
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        query.orderRef = "";
        query.status = "paid";
        query.updatedAfter = "yesterday";
        query.after = "zzz";
        query.limit = "101";
        assertEquals(List.of("orderRef", "status", "updatedAfter", "after", "limit"), refused());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "1e2", "007", "", " 5", "99999999999999999999", "٣"})
    void a_limit_is_1_to_100(String limit) {
        query.limit = limit;
        assertEquals(List.of("limit"), refused());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SETTLED", "settled,", ",", "settled settled", "settled,paid", "'--"})
    void a_standing_that_does_not_exist_is_refused(String status) {
        query.status = status;
        assertEquals(List.of("status"), refused());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1700000000",
                "2026-11-23",
                "2026-11-23T10:00",
                "2026-13-23T10:00:00Z",
                "+9999999-01-01T00:00Z"
            })
    void what_is_no_moment_is_refused(String moment) {
        query.updatedAfter = moment;
        assertEquals(List.of("updatedAfter"), refused());
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a\u0000b", "a\nb", "\u202Eevil"})
    void an_order_that_no_payment_can_be_for_is_refused(String order) {
        query.orderRef = order;
        assertEquals(List.of("orderRef"), refused());
        query.orderRef = "x".repeat(65);
        assertEquals(List.of("orderRef"), refused());
    }

    private List<String> refused() {
        return assertThrows(Problem.class, () -> query.read("books")).violations().stream()
                .map(Problem.Violation::field)
                .toList();
    }
}
