package imtokenpay.bench.plugin;

import imtokenpay.adapter.evm.EvmAddress;
import imtokenpay.bench.chain.CannedChain;
import imtokenpay.bench.chain.Key;
import imtokenpay.bench.chain.Shape;
import imtokenpay.bench.client.OurReader;
import imtokenpay.store.JdbcSeam;
import imtokenpay.store.StoreDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Open orders by the million, each with an address of its own, written past the plugin: how they came about is not
/// what is measured.
final class Orders {
    private static final int BATCH = 10_000;
    private static final long DAYS_OPEN = 30;

    private record Slot(String receiver, long units) {}

    private Orders() {}

    /// Fills a new database.
    static void fill(String address, int count) {
        StoreDatabase.at(address, JdbcSeam.open()).close();
        try (var connection = DriverManager.getConnection(address, "imtoken", "imtoken")) {
            connection.setAutoCommit(false);
            slots(connection, count);
            try (var payments = connection.prepareStatement(payments())) {
                payments.executeUpdate();
            }
            connection.commit();
        } catch (SQLException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static void slots(Connection connection, int count) throws SQLException {
        try (var address = connection.prepareStatement(String.format(
                        Locale.ROOT,
                        "insert into receiving_address values ('%s', ?, false, 1)",
                        OurReader.TOKEN.id()));
                var slot = connection.prepareStatement(String.format(
                        Locale.ROOT,
                        "insert into receiving_slot values ('%s', ?, ?, ?, timestamp with time zone '%s', false)",
                        OurReader.TOKEN.id(),
                        moment(DAYS_OPEN)))) {
            // In the order of the key: H2 takes rows that come in no order many times slower.
            var slots = slots(count);
            for (var i = 0; i < count; i++) {
                address.setString(1, slots.get(i).receiver());
                address.addBatch();
                slot.setString(1, slots.get(i).receiver());
                slot.setLong(2, slots.get(i).units());
                slot.setString(3, String.format(Locale.ROOT, "pay_%026d", i));
                slot.addBatch();
                if (i % BATCH == BATCH - 1 || i == count - 1) {
                    address.executeBatch();
                    slot.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    private static List<Slot> slots(int count) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(order -> new Slot(
                        EvmAddress.parse(Key.ofOrder(order).text()).text(),
                        Shape.can20k().unitsOfOrder(order)))
                .sorted(Comparator.comparing(Slot::receiver))
                .toList();
    }

    private static String payments() {
        return String.format(Locale.ROOT, """
                insert into payment (id, version, store_id, order_ref, client_reference, description, return_url, price,
                    currency, chain, asset_id, symbol, decimals, rate, quoted, quoted_at, receiver, due, opened_at,
                    deadline, confirmations, decision, status, sequence, surplus)
                select payment_id, 0, 'books', payment_id, '', '', '', 12.5, 'USD', '%s', asset_id, 'USDT', 6, 1, units,
                    timestamp with time zone '%s', receiver, units, timestamp with time zone '%s',
                    timestamp with time zone '%s', 12, 'none', 'awaiting', 0, 0 from receiving_slot
                """, OurReader.TOKEN.chain().text(), moment(0), moment(0), moment(DAYS_OPEN));
    }

    private static Instant moment(long days) {
        return Instant.ofEpochSecond(CannedChain.time(0) + days * 86_400);
    }
}
