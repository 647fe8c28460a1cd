package imtokenpay.storefront.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.storefront.scene.Database;
import imtokenpay.storefront.scene.DatabaseKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(DatabaseKind.class)
class BookmarkTest {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Database database;
    private final Bookmark ours;
    private final Bookmark theirs;
    private Instant now = Instant.parse("2026-11-23T10:00:00.500Z");

    BookmarkTest(DatabaseKind kind) {
        database = new Database(kind);
        ours = new Bookmark(database, () -> now);
        theirs = new Bookmark(database, () -> now);
        ours.create();
        theirs.create();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void one_node_reads_until_its_time_is_over() {
        assertTrue(ours.take(LEASE));
        assertFalse(theirs.take(LEASE));
        now = now.plus(LEASE);
        assertFalse(theirs.take(LEASE), "not yet over");
        now = now.plusMillis(1);
        assertTrue(theirs.take(LEASE));
        assertFalse(ours.take(LEASE));
    }

    @Test
    void to_keep_the_place_does_not_change_whose_turn_it_is() {
        ours.take(LEASE);
        ours.keep(Optional.of("c7"));
        now = now.plus(LEASE).plusMillis(1);
        assertTrue(theirs.take(LEASE));
        ours.keep(Optional.of("c9"));
        assertEquals(Optional.of("c7"), theirs.cursor());
        theirs.keep(Optional.empty());
        assertEquals(Optional.empty(), theirs.cursor());
    }

    @Test
    void a_table_of_the_first_version_is_brought_up_to_date_and_keeps_the_place() {
        database.execute(
                "drop table imtoken_feed",
                "create table imtoken_feed (id varchar(8) not null primary key, feed_cursor varchar(200),"
                        + " reader varchar(64) not null, reads_until timestamp not null)",
                "insert into imtoken_feed values ('feed', 'c7', 'somebody', '2026-11-20 10:00:00')");
        ours.create();
        assertTrue(ours.take(LEASE));
        assertEquals(Optional.of("c7"), ours.cursor());
        ours.create();
        assertFalse(theirs.take(LEASE));
    }
}
