package imtokenpay.storefront.feed;

import imtokenpay.storefront.ledger.TableShape;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The statements on the table `imtoken_feed`, which has one row, each on a connection whose transaction belongs to the
/// caller.
record FeedTable(Connection connection) {

    private static final String NAME = "imtoken_feed";

    static final TableShape SHAPE = new TableShape(
            NAME,
            """
            create table imtoken_feed (
              id varchar(8) not null primary key,
              feed_cursor varchar(200),
              reader varchar(64) not null,
              reads_until_ms bigint default 0 not null
            )""",
            List.of(
                    TableShape.withColumn(NAME, "reads_until_ms", "bigint default 0 not null"),
                    TableShape.withoutColumn(NAME, "reads_until")));

    private static final String ROW = "feed";

    boolean hasRow() throws SQLException {
        return first("select id from imtoken_feed where id = ?").isPresent();
    }

    void insertRow() throws SQLException {
        update("insert into imtoken_feed (id, reader, reads_until_ms) values (?, 'nobody', 0)", ROW);
    }

    /// Whether the feed is this reader's until then. One statement, so that of two readers one gets it.
    boolean lease(String reader, Instant now, Instant until) throws SQLException {
        return update(
                        "update imtoken_feed set reader = ?, reads_until_ms = ?"
                                + " where id = ? and (reader = ? or reads_until_ms < ?)",
                        reader,
                        until.toEpochMilli(),
                        ROW,
                        reader,
                        now.toEpochMilli())
                == 1;
    }

    /// Where to read on; empty before the first page.
    Optional<String> cursor() throws SQLException {
        return first("select feed_cursor from imtoken_feed where id = ?");
    }

    /// Keeps the place, unless somebody else reads by now.
    void keep(String reader, Optional<String> cursor) throws SQLException {
        update("update imtoken_feed set feed_cursor = ? where id = ? and reader = ?", cursor.orElse(null), ROW, reader);
    }

    private int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private Optional<String> first(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, ROW);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        }
    }
}
