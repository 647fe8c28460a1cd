package imtokenpay.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.flow.audit.Action;
import imtokenpay.flow.audit.AuditBook.Head;
import imtokenpay.flow.audit.AuditRow;
import imtokenpay.flow.audit.Deed;
import imtokenpay.flow.audit.ReadAudit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the audit log promises, wherever it is kept.
public abstract class AuditContract extends StoreContract {
    @Test
    void rows_are_numbered_without_a_gap_and_shown_newest_first_page_by_page() {
        add(25);
        var first = page(Long.MAX_VALUE, 10);
        assertEquals(numbers(25, 16), first.stream().map(AuditRow::number).toList());
        assertEquals("detail 25", first.getFirst().deed().detail());
        assertEquals(numbers(15, 6), page(16, 10).stream().map(AuditRow::number).toList());
        assertEquals(List.of(), page(1, 10));
    }

    @Test
    void a_book_that_nobody_touched_is_whole() {
        assertEquals(new ReadAudit.Check(0, new Head(0, AuditRow.NO_SEAL), Optional.empty()), check());
        add(2_001);
        assertEquals(2_001, check().rows());
        assertEquals(Optional.empty(), check().broken());
        assertEquals(2_001, check().head().number());
    }

    @Test
    void a_deed_that_is_rolled_back_leaves_no_row() {
        add(1);
        rollBack(() -> shelf().audit().add(deed(2)));
        assertEquals(1, page(Long.MAX_VALUE, 10).size());
        add(1);
        assertEquals(new ReadAudit.Check(2, check().head(), Optional.empty()), check());
    }

    @Test
    void many_at_once_make_one_chain() {
        Crowd.of(8, i -> () -> {
            for (var turn = 0; turn < 25; turn++) {
                add(1);
            }
            return i;
        });
        assertEquals(new ReadAudit.Check(200, check().head(), Optional.empty()), check());
    }

    @Test
    void every_change_of_any_row_is_found() {
        for (var change : List.of(
                "done_at = done_at + interval '0.000001' second",
                "done_by = 'eve'",
                "done_by = done_by || ' '",
                "action = 'key_revoked'",
                "action = 'never_heard_of'",
                "subject = 'other'",
                "subject = subject || chr(10)",
                "subject = subject || 'd', detail = substring(detail from 2)",
                "detail = ''",
                "seal = repeat('a', 64)")) {
            for (var row : List.of(1, 3, 5)) {
                written();
                database().execute("update audit_row set " + change + " where number = " + row);
                assertEquals(Optional.of((long) row), check().broken(), change);
            }
        }
    }

    @Test
    void a_row_that_was_removed_or_slipped_in_is_found() {
        for (var row : List.of(1, 3, 5)) {
            written();
            database().execute("delete from audit_row where number = " + row);
            assertEquals(Optional.of((long) row), check().broken());
        }
        written();
        database().execute("delete from audit_row where number = 5", "update audit_head set number = 4");
        assertEquals(Optional.of(5L), check().broken(), "the head still carries the seal of the row that is gone");
        written();
        database()
                .execute("insert into audit_row select 6, done_at, done_by, action, subject, detail, seal"
                        + " from audit_row where number = 5");
        assertEquals(Optional.of(6L), check().broken());
        written();
        database()
                .execute(
                        "update audit_row set number = 9 where number = 2",
                        "update audit_row set number = 2" + " where number = 3",
                        "update audit_row set number = 3 where number = 9");
        assertEquals(Optional.of(2L), check().broken());
        written();
        database().execute("delete from audit_row");
        assertEquals(Optional.of(1L), check().broken());
    }

    @Test
    void what_was_done_is_kept_in_one_line_and_never_refused() {
        var by = "a".repeat(63) + "\ud83d\ude00";
        commit(() -> shelf().audit().add(Deed.of(by, Action.KEY_MADE, "s".repeat(300), " two\r\nlines\u0000 ")));
        commit(() -> shelf().audit().add(Deed.of("anna", Action.KEY_MADE, "", "d".repeat(2_000))));
        var rows = page(Long.MAX_VALUE, 2);
        assertEquals("a".repeat(63), rows.getLast().deed().by());
        assertEquals(200, rows.getLast().deed().subject().length());
        assertEquals("two lines", rows.getLast().deed().detail());
        assertEquals(1_000, rows.getFirst().deed().detail().length());
        assertTrue(check().broken().isEmpty());
    }

    private void written() {
        database().emptied();
        add(5);
    }

    private void add(int count) {
        commit(() ->
                IntStream.rangeClosed(1, count).forEach(i -> shelf().audit().add(deed(i))));
    }

    private static Deed deed(int number) {
        return Deed.of("anna", Action.KEY_MADE, "key", "detail " + number);
    }

    private List<AuditRow> page(long before, int count) {
        return ask(() -> new ReadAudit(shelf().audit()).page(before, count));
    }

    private ReadAudit.Check check() {
        return ask(() -> new ReadAudit(shelf().audit()).check());
    }

    private static List<Long> numbers(long from, long to) {
        return IntStream.iterate((int) from, i -> i >= to, i -> i - 1)
                .mapToObj(i -> (long) i)
                .toList();
    }
}
