package imtokenpay.admin.filter;

import imtokenpay.flow.find.BrowsePayments.Wanted;
import imtokenpay.merchant.Store;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.list.Opened;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Which payments the list shows, as somebody has chosen it in fields or by an address.
///
/// @param wanted what is shown; of a field that is wrong, nothing
/// @param fields those that are right and not empty, as they stand in an address
/// @param zone whose clocks days and times are of: the chosen store's, else UTC
/// @param mistake what is wrong, in words for whoever typed it; empty if nothing is
public record ListFilter(Wanted wanted, Map<String, String> fields, ZoneId zone, String mistake) {
    private static final String SHAPE =
            " must be a day or a time such as 2026-12-01 or 2026-12-01 08:00, of the years 2000 to 9998.";

    /// Shows all.
    public static final ListFilter NONE = read(name -> "", List.of(), ZoneOffset.UTC);

    /// Reads it.
    ///
    /// @param asked what a field holds; empty if it is not there
    /// @param stores those that there are
    /// @param shop where days of the dashboard begin, which leads here by its field `since`
    public static ListFilter read(UnaryOperator<String> asked, List<Store> stores, ZoneId shop) {
        var wrong = new ArrayList<String>();
        var fields = new LinkedHashMap<String, String>();
        var status = status(asked.apply("status"));
        status.ifPresent(one -> fields.put("status", one.word()));
        var id = asked.apply("store");
        var store = stores.stream().filter(one -> one.id().equals(id)).findFirst();
        store.ifPresent(one -> fields.put("store", one.id()));
        note(wrong, id.isEmpty() || store.isPresent(), "There is no such store. Choose another one, or all.");
        var zone = store.map(Store::zone).orElse(ZoneOffset.UTC);
        var since = Moments.read(asked.apply("since")).filter(Moments::day);
        since.ifPresent(day -> fields.put("since", day.text()));
        var from = moment("from", "From", asked, fields, wrong);
        var to = moment("to", "To", asked, fields, wrong);
        var begin = later(from.map(one -> one.begin(zone)), since.map(day -> day.begin(shop)));
        var end = to.map(one -> one.end(zone));
        note(
                wrong,
                from.isEmpty() || end.isEmpty() || from.get().begin(zone).isBefore(end.get()),
                "To must not be before From.");
        var wanted = new Wanted(store.map(Store::id), status.map(Set::of).orElse(Set.of()), new Opened(begin, end));
        return new ListFilter(wanted, fields, zone, String.join(" ", wrong));
    }

    /// A field; empty where it is not set.
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /// As it stands in the page's address, such as `status=settled&from=2026-12-01`; empty if all is shown.
    public String query() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /// The same, with another field instead.
    ///
    /// @param value empty for without it
    public String with(String name, String value) {
        var other = new LinkedHashMap<>(fields);
        other.put(name, value);
        other.values().removeIf(String::isEmpty);
        return new ListFilter(wanted, other, zone, mistake).query();
    }

    /// A text as it stands in an address.
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%3A", ":");
    }

    private static Optional<Moments> moment(
            String name, String label, UnaryOperator<String> asked, Map<String, String> fields, List<String> wrong) {
        var typed = asked.apply(name);
        var read = Moments.read(typed);
        read.ifPresent(one -> fields.put(name, one.text()));
        note(wrong, typed.isBlank() || read.isPresent(), label + SHAPE);
        return read;
    }

    private static Optional<PaymentStatus> status(String word) {
        return Arrays.stream(PaymentStatus.values())
                .filter(one -> one.word().equals(word))
                .findFirst();
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent()
                ? one.filter(moment -> moment.isAfter(other.get())).or(() -> other)
                : one.or(() -> other);
    }

    private static void note(List<String> wrong, boolean isRight, String otherwise) {
        if (!isRight) {
            wrong.add(otherwise);
        }
    }
}
