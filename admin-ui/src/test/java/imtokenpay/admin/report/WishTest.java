package imtokenpay.admin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.flow.report.Span;
import imtokenpay.merchant.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishTest {
    private static final List<Store> STORES = List.of(
            new Store("books", "Books", Set.of(), ZoneId.of("Asia/Singapore")),
            new Store("paper", "Paper", Set.of(), ZoneId.of("Europe/Zurich")));
    private static final Map<String, String> GOOD = Map.of(
            "kind",
            "days",
            "format",
            "csv",
            "store",
            "",
            "from",
            "2026-03-28",
            "to",
            "2026-03-30",
            "zone",
            "Europe/Zurich");

    @Test
    void days_are_those_of_the_zone_also_when_its_clocks_are_changed() {
        var wish = read(GOOD).wish().orElseThrow();
        assertEquals(span("2026-03-27T23:00:00Z", "2026-03-30T22:00:00Z"), wish.span());
        assertEquals(span("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"), wish.day(LocalDate.of(2026, 3, 29)));
        assertEquals("imtoken-days-2026-03-28-2026-03-30.csv", wish.file());
    }

    @Test
    void where_no_zone_is_told_days_are_those_of_the_store_or_those_that_all_stores_share() {
        assertEquals(ZoneId.of("Asia/Singapore"), zoneOf("books"));
        assertEquals(ZoneId.of("Europe/Zurich"), zoneOf("paper"));
        assertEquals(ZoneOffset.UTC, zoneOf(""));
        var same = Wish.read(field -> field.equals("zone") ? "" : GOOD.getOrDefault(field, ""), STORES.subList(0, 1));
        assertEquals(ZoneId.of("Asia/Singapore"), same.wish().orElseThrow().zone());
    }

    private static ZoneId zoneOf(String store) {
        var asked = new HashMap<>(GOOD);
        asked.put("zone", " ");
        asked.put("store", store);
        return read(asked).wish().orElseThrow().zone();
    }

    @Test
    void a_store_can_be_chosen() {
        assertEquals(
                Optional.of("books"),
                with("store", "books").wish().orElseThrow().span().storeId());
    }

    @ParameterizedTest
    @CsvSource({
        "kind, everything",
        "kind, ''",
        "format, xls",
        "format, CSV",
        "store, toys",
        "store, ../books",
        "from, 2026-02-30",
        "from, 28.3.2026",
        "from, ''",
        "from, 1999-12-31",
        "to, 2026-03-27",
        "to, 9999-01-01",
        "to, +10000-01-01",
        "to, 2046-03-29",
        "zone, Mars/Olympus",
        "zone, Summer",
    })
    void what_is_wrong_is_said_at_its_field(String field, String value) {
        assertEquals(Set.of(field), with(field, value).wrong().keySet());
    }

    private static Wish.Outcome with(String field, String value) {
        var asked = new HashMap<>(GOOD);
        asked.put(field, value);
        return read(asked);
    }

    private static Wish.Outcome read(Map<String, String> asked) {
        return Wish.read(field -> asked.getOrDefault(field, ""), STORES);
    }

    private static Span span(String from, String until) {
        return new Span(Optional.empty(), Instant.parse(from), Instant.parse(until));
    }
}
