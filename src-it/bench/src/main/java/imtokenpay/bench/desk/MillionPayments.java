package imtokenpay.bench.desk;

import imtokenpay.bench.client.OurReader;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.Finality;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.store.Shelf;
import imtokenpay.store.StoreDatabase;
import java.time.Duration;
import java.time.Instant;

/// A database with a million payments of three stores, of which four in five are paid, each at an address of its own.
final class MillionPayments {
    static final int COUNT = 1_000_000;
    static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");

    private static final String STATUS =
            "case when i % 100000 = 7 then 'unresolved' when i % 5 = 0 then 'expired'" + " else 'settled' end";

    private MillionPayments() {}

    static void fill(StoreDatabase database) {
        var token = OurReader.TOKEN;
        database.execute(
                "insert into payment (id, version, store_id, order_ref, client_reference, description, return_url,"
                        + " price, currency, chain, asset_id, symbol, decimals, rate, quoted, quoted_at, receiver, due,"
                        + " opened_at, deadline, confirmations, decision, status, sequence, surplus, updated_at)"
                        + " select " + id("i") + ", 1, 'store-' || i % 3, 'order-' || i, '', '2 books', '',"
                        + " 10 + i % 90, 'USD', '" + token.chain() + "', '" + token.id() + "', '" + token.symbol()
                        + "', 6, 1, 10000000 + i, timestamptz '" + FIRST + "' + i * interval '1 second', "
                        + address("i") + ", 10000000 + i, timestamptz '" + FIRST + "' + i * interval '1 second',"
                        + " timestamptz '" + FIRST + "' + i * interval '1 second' + interval '15 minutes', 12, 'none', "
                        + STATUS + ", 3, 0, timestamptz '" + FIRST + "' + i * interval '1 second'"
                        + " from generate_series(1, " + COUNT + ") i",
                "insert into transfer (chain, tx_hash, log_index, asset_id, symbol, decimals, units, sender, receiver,"
                        + " first_seen, first_block_time, included, height, block_hash, block_time, payment_id,"
                        + " version)"
                        + " select '" + token.chain() + "', " + hash("i") + ", 0, '" + token.id() + "', '"
                        + token.symbol() + "', 6, 10000000 + i, " + address("i / 10 + 2000000") + ", " + address("i")
                        + ", timestamptz '" + FIRST + "' + i * interval '1 second', timestamptz '" + FIRST
                        + "' + i * interval '1 second', true, i / 12, " + hash("i / 12 + 5000000") + ", timestamptz '"
                        + FIRST + "' + i * interval '1 second', " + id("i") + ", 0 from generate_series(1, " + COUNT
                        + ") i where i % 5 > 0");
        database.shelf().transactions().run(() -> begin(database.shelf()));
    }

    private static void begin(Shelf shelf) {
        var token = OurReader.TOKEN;
        var receiver = OurReader.receivers(1).iterator().next();
        shelf.assets()
                .provide(new AcceptedAsset(
                        token, "Canned", receiver, new Finality.Depth(12), new AcceptedAsset.Standing(false, true)));
        var lease = shelf.leases()
                .acquire(token.chain(), "bench", Duration.ofMinutes(5))
                .orElseThrow();
        var head = OurReader.block(COUNT);
        shelf.cursors().begin(lease, head, new ChainView(token.chain(), head.height(), head.time()));
    }

    /// The transaction that paid the payment of that number.
    static String hashOf(int number) {
        return "0x" + "%064x".formatted(number);
    }

    /// The address of the payment of that number.
    static String addressOf(int number) {
        return "0x" + "%040d".formatted(number);
    }

    private static String id(String number) {
        return "'pay_' || lpad(upper(to_hex(" + number + ")), 26, '0')";
    }

    private static String hash(String number) {
        return "'0x' || lpad(to_hex(" + number + "), 64, '0')";
    }

    // Of decimal digits: no letter that EIP-55 would spell otherwise.
    private static String address(String number) {
        return "'0x' || lpad((" + number + ")::text, 40, '0')";
    }
}
