package imtokenpay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import imtokenpay.flow.count.Count;
import imtokenpay.flow.count.PaymentCounts;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/// A database of an older version is brought up to date with what is in it.
class OlderSchemaTest {
    private static final String BEFORE_CAMPAIGNS = "12";
    private static final String IDLE_MAX = "idle_in_transaction_session_timeout=1000";

    @Test
    void on_h2_payments_of_before_get_the_moment_of_their_settlement_and_no_discount() {
        isBroughtUpToDate(StoreDatabase.h2InMemory());
    }

    @Test
    void on_postgres_payments_of_before_get_the_moment_of_their_settlement_and_no_discount() {
        isBroughtUpToDate(StoreDatabase.postgres());
    }

    // With a shorter time than docs/operate.md advises for a cluster, and a migration that waits longer than that.
    @Test
    void a_migration_may_take_longer_than_a_session_may_idle_in_a_transaction() throws Exception {
        var address = StoreDatabase.postgres();
        older(address);
        try (var other = StoreDatabase.source(address).getConnection();
                var statement = other.createStatement();
                var thread = Executors.newSingleThreadExecutor()) {
            other.setAutoCommit(false);
            statement.execute("lock table payment");
            var done = thread.submit(() -> StoreDatabase.at(address + "&options=-c%20" + IDLE_MAX, JdbcSeam.open())
                    .close());
            statement.execute("select pg_sleep(2)");
            assertFalse(done.isDone());
            other.commit();
            assertNull(done.get());
        }
    }

    private static void older(String address) {
        Flyway.configure(OlderSchemaTest.class.getClassLoader())
                .dataSource(StoreDatabase.source(address))
                .locations("classpath:imtokenpay/migrations")
                .table("imtoken_schema_history")
                .target(BEFORE_CAMPAIGNS)
                .load()
                .migrate();
    }

    private static void isBroughtUpToDate(String address) {
        older(address);
        fill(address);
        try (var database = StoreDatabase.at(address, JdbcSeam.open())) {
            assertEquals(
                    List.of(
                            "pay_parts 2026-11-23T10:01:00Z 0.00000000 ",
                            "pay_lost 2026-11-23T12:00:00Z 0.00000000 ",
                            "pay_open null 0.00000000 "),
                    database.query("select id, settled_at, discount, customer_reference from payment order by due"));
            assertEquals(
                    Map.of("2026-11-23T09:00:00Z USD", "3 {PAID=1, REORG=1} 12.5"), PlainCount.said(counted(database)));
            // By the defaults, a node of the version before goes on meanwhile.
            add(database, "pay_later", 9, "awaiting");
            assertEquals(List.of("0.00000000"), database.query("select discount from payment where id = 'pay_later'"));
        }
    }

    private static List<Count> counted(StoreDatabase database) {
        var shelf = database.shelf();
        return shelf.transactions()
                .in(() -> shelf.counts()
                        .count(PaymentCounts.Grain.HOUR, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")));
    }

    private static void fill(String address) {
        var source = StoreDatabase.source(address);
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (var payment : List.of(
                    payment("pay_parts", 3, "settled"),
                    payment("pay_lost", 4, "reversed"),
                    payment("pay_open", 5, "underpaid"),
                    transfer("0x1", 2, "10:00", true, "pay_parts"),
                    transfer("0x2", 1, "10:01", true, "pay_parts"),
                    transfer("0x3", 1, "10:02", true, "pay_parts"),
                    transfer("0x4", 4, "10:03", false, "pay_lost"),
                    transfer("0x5", 4, "10:04", true, "pay_open"))) {
                statement.executeUpdate(payment);
            }
        } catch (SQLException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static void add(StoreDatabase database, String id, int due, String status) {
        database.execute(payment(id, due, status));
    }

    private static String payment(String id, int due, String status) {
        return "insert into payment (id, version, store_id, order_ref, client_reference, description, return_url,"
                + " price,"
                + " currency, chain, asset_id, symbol, decimals, rate, quoted, quoted_at, receiver, due, opened_at,"
                + " deadline, confirmations, decision, status, sequence, surplus, updated_at) values ('" + id
                + "', 0, 'books', 'order', '', '', '', 12.5, 'USD', 'eip155:1', 'eip155:1/slip44:60', 'ETH', 18, 1, 1,"
                + " " + at("09:00") + ", '0xshop', " + due + ", " + at("09:00") + ", " + at("09:15")
                + ", 3, 'none', '" + status + "', 1, 0, " + at("12:00") + ")";
    }

    private static String transfer(String hash, int units, String time, boolean included, String payment) {
        return "insert into transfer (chain, tx_hash, log_index, asset_id, symbol, decimals, units, sender, receiver,"
                + " first_seen, first_block_time, included, height, block_hash, block_time, payment_id) values"
                + " ('eip155:1', '" + hash + "', 0, 'eip155:1/slip44:60', 'ETH', 18, " + units + ", '0xher', '0xshop', "
                + at(time) + ", " + at(time) + ", " + included + ", 1, '0xb', " + at(time) + ", '" + payment + "')";
    }

    private static String at(String time) {
        return "timestamp with time zone '2026-11-23 " + time + ":00+00:00'";
    }
}
