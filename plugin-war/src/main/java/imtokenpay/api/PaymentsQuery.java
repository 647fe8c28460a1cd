package imtokenpay.api;

import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.list.PaymentCursor;
import imtokenpay.payment.list.PaymentCursor.Order;
import imtokenpay.payment.list.PaymentFilter;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What `GET /payments` is asked, as it stands in the address.
public class PaymentsQuery {
    // Four digits of a year: a moment that a database can hold.
    private static final Pattern MOMENT = Pattern.compile("[0-9]{4}-[0-9T:.Zz+-]{6,36}");
    private static final Pattern ORDER_REF = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Cs}]{1,64}");

    @QueryParam("orderRef")
    @Nullable
    String orderRef;

    @QueryParam("status")
    @Nullable
    String status;

    @QueryParam("updatedAfter")
    @Nullable
    String updatedAfter;

    @QueryParam("after")
    @Nullable
    String after;

    @QueryParam("limit")
    @Nullable
    String limit;

    /// What a store wants to see.
    record Wanted(PaymentFilter filter, PaymentCursor after, int count) {}

    /// What that store wants to see.
    ///
    /// @throws imtokenpay.api.problem.Problem that names every parameter which breaks its rule
    Wanted read(String storeId) {
        var query = new PageQuery();
        var order = query.read("orderRef", orderRef, PaymentsQuery::order, "must be 1 to 64 printable characters");
        Set<PaymentStatus> statuses = query.read(
                        "status", status, PaymentsQuery::statuses, "must list standings, with commas between")
                .orElse(Set.of());
        var changed = query.read(
                "updatedAfter", updatedAfter, PaymentsQuery::moment, "must be a moment such as 2026-11-23T10:00:00Z");
        var cursor = query.read("after", after, PaymentCursor::parse, "must be the cursor of a page");
        var count = query.count(limit);
        if (changed.isPresent()
                && cursor.filter(one -> one.order() == Order.NEWEST).isPresent()) {
            query.breaks("after", "is the cursor of a list without updatedAfter");
        }
        query.check();
        var from = cursor.or(() -> changed.map(PaymentCursor::changedAfter)).orElseGet(PaymentCursor::newest);
        return new Wanted(new PaymentFilter(storeId, order, statuses), from, count);
    }

    private static Optional<String> order(String text) {
        return Optional.of(text)
                .filter(any -> !any.isBlank() && ORDER_REF.matcher(any).matches());
    }

    private static Optional<Set<PaymentStatus>> statuses(String text) {
        var known = EnumSet.noneOf(PaymentStatus.class);
        for (var word : text.split(",", -1)) {
            var found = Arrays.stream(PaymentStatus.values())
                    .filter(one -> one.word().equals(word))
                    .findFirst();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            known.add(found.get());
        }
        return Optional.of(known);
    }

    private static Optional<Instant> moment(String text) {
        try {
            return MOMENT.matcher(text).matches()
                    ? Optional.of(OffsetDateTime.parse(text).toInstant())
                    : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
