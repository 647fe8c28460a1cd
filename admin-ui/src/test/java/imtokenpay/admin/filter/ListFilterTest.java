package imtokenpay.admin.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.merchant.Store;
import imtokenpay.payment.list.Opened;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListFilterTest {
    private static final List<Store> STORES = List.of(
            new Store("books", "Books", Set.of(), ZoneId.of("Europe/Zurich")), new Store("toys", "Toys", Set.of()));

    @Test
    void nothing_chosen_shows_all() {
        var filter = read(Map.of());
        assertEquals(Opened.EVER, filter.wanted().opened());
        assertEquals(Optional.empty(), filter.wanted().store());
        assertEquals("", filter.query() + filter.mistake());
        assertEquals(ListFilter.NONE, filter);
    }

    @Test
    void days_and_minutes_are_included_whole_in_utc_for_all_stores() {
        assertEquals(
                span("2026-12-01T00:00:00Z", "2026-12-04T00:00:00Z"),
                read(Map.of("from", "2026-12-01", "to", "2026-12-03")).wanted().opened());
        assertEquals(
                span("2026-12-01T08:30:00Z", "2026-12-01T08:31:00Z"),
                read(Map.of("from", " 2026-12-01 08:30 ", "to", "2026-12-01T08:30"))
                        .wanted()
                        .opened());
        assertEquals(ZoneOffset.UTC, read(Map.of()).zone());
    }

    @Test
    void of_one_store_they_are_by_its_own_clocks_however_these_are_set() {
        assertEquals(
                span("2026-11-30T23:00:00Z", "2026-12-01T23:00:00Z"),
                books("2026-12-01", "2026-12-01").wanted().opened());
        // Clocks are set back at 03:00 on October 25: half past two comes twice, and the day has 25 hours.
        assertEquals(
                span("2026-10-25T00:30:00Z", "2026-10-25T01:31:00Z"),
                books("2026-10-25 02:30", "2026-10-25 02:30").wanted().opened());
        assertEquals(
                span("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"),
                books("2026-10-25", "2026-10-25").wanted().opened());
        assertEquals(ZoneId.of("Europe/Zurich"), books("", "").zone());
    }

    @Test
    void a_minute_that_the_clocks_leave_out_is_the_moment_when_they_are_set() {
        // From 02:00 to 03:00 on March 29, which is at 01:00 UTC: the first payments after that are later than 02:30.
        assertEquals(
                span("2026-03-29T01:00:00Z", "2026-03-29T02:01:00Z"),
                books("2026-03-29 02:30", "2026-03-29 04:00").wanted().opened());
        assertEquals(
                span("2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z"),
                books("2026-03-29 01:00", "2026-03-29 02:30").wanted().opened());
    }

    @Test
    void what_is_chosen_stands_in_the_address_and_is_read_from_it_again() {
        var filter = read(Map.of("status", "settled", "store", "toys", "from", "2026-12-01 08:00", "to", "2026-12-03"));
        assertEquals("status=settled&store=toys&from=2026-12-01T08:00&to=2026-12-03", filter.query());
        assertEquals("store=toys&from=2026-12-01T08:00&to=2026-12-03", filter.with("status", ""));
        assertEquals("status=expired&store=toys&from=2026-12-01T08:00&to=2026-12-03", filter.with("status", "expired"));
        assertEquals(filter, read(filter.fields()));
    }

    @Test
    void the_first_day_of_the_dashboard_is_one_of_the_whole_shop() {
        var york = ZoneId.of("America/New_York");
        var since = ListFilter.read(name -> name.equals("since") ? "2026-12-01" : "", STORES, york);
        assertEquals(
                new Opened(Optional.of(Instant.parse("2026-12-01T05:00:00Z")), Optional.empty()),
                since.wanted().opened());
        var both = Map.of("since", "2026-12-01", "from", "2026-11-01");
        var later = ListFilter.read(name -> both.getOrDefault(name, ""), STORES, york);
        assertEquals(since.wanted(), later.wanted());
    }

    @Test
    void what_is_no_time_is_answered_in_words_and_stands_in_no_address() {
        for (var typed : List.of(
                "yesterday",
                "2026-13-01",
                "2026-02-30",
                "2026-12-01 25:00",
                "2026-12-01 08:00:00",
                "1999-12-31",
                "9999-01-01",
                "+1000000000-01-01",
                "\u0662\u0660\u0662\u0666-12-01",
                "<script>alert(1)</script>",
                "2026-12-01\u0000",
                "'; drop table payment; --")) {
            var filter = read(Map.of("from", typed, "to", typed));
            assertTrue(filter.mistake().contains("From must be a day or a time"), typed);
            assertTrue(filter.mistake().contains("To must be a day or a time"), typed);
            assertEquals("", filter.query(), typed);
        }
    }

    @Test
    void a_store_that_is_not_there_and_a_time_that_ends_before_it_begins_are_answered_in_words() {
        assertEquals(
                "There is no such store. Choose another one, or all.",
                read(Map.of("store", "<b>")).mistake());
        assertEquals(
                "To must not be before From.",
                read(Map.of("from", "2026-12-02", "to", "2026-12-01")).mistake());
        assertEquals(
                "",
                read(Map.of("status", "<b>")).mistake()
                        + read(Map.of("status", "<b>")).query());
    }

    private static ListFilter books(String from, String to) {
        return read(Map.of("store", "books", "from", from, "to", to));
    }

    private static ListFilter read(Map<String, String> fields) {
        return ListFilter.read(name -> fields.getOrDefault(name, ""), STORES, ZoneOffset.UTC);
    }

    private static Opened span(String from, String until) {
        return new Opened(Optional.of(Instant.parse(from)), Optional.of(Instant.parse(until)));
    }
}
