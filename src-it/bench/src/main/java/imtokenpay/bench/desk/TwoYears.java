package imtokenpay.bench.desk;

import imtokenpay.store.StoreDatabase;
import java.time.Instant;

/// A database with a million payments of three stores in four assets, each store with one currency: 800,000 in two
/// years and 200,000 in the two days after them. One in a hundred waits for a person and has late money.
final class TwoYears {
    static final int COUNT = 1_000_000;

    /// When the last one is asked for.
    static final Instant END = Instant.parse("2026-11-30T15:33:20Z");

    private static final int QUIET = 800_000;
    private static final String MOMENT = "case when i <= %d then timestamptz '%s' - (%d - i) * interval '79 seconds'"
                    .formatted(QUIET, END.minusSeconds(COUNT - QUIET), QUIET)
            + " else timestamptz '%s' - (%d - i) * interval '1 second' end".formatted(END, COUNT);

    private TwoYears() {}

    static void fill(StoreDatabase database) {
        database.execute(
                "insert into payment (id, version, store_id, order_ref, client_reference, description, return_url,"
                        + " price, currency, chain, asset_id, symbol, decimals, rate, quoted, quoted_at, receiver, due,"
                        + " opened_at, deadline, confirmations, decision, status, sequence, surplus, updated_at)"
                        + " select 'pay_' || lpad(i::text, 26, '0'), 1, 'store-' || i % 3, 'order-' || i, '',"
                        + " '2 books', '', 10 + i % 90, case i % 3 when 0 then 'EUR' else 'USD' end, 'eip155:1',"
                        + " 'eip155:1/erc20:' || i % 4, 'T', 6, 1, 10, at, '0xshop', 10, at,"
                        + " at + interval '15 minutes', 12, 'none', case when i % 100 = 7 then 'unresolved'"
                        + " when i % 5 = 0 then 'expired' when i % 11 = 0 then 'cancelled' else 'settled' end, 3, 0, at"
                        + " from (select i, " + MOMENT + " as at from generate_series(1, " + COUNT + ") i) orders",
                "insert into transfer (chain, tx_hash, log_index, asset_id, symbol, decimals, units, sender, receiver,"
                        + " first_seen, first_block_time, included, height, block_hash, block_time, payment_id,"
                        + " version) select chain, '0x' || id, 0, asset_id, symbol, decimals, 10, '0xher', receiver,"
                        + " late, late, true, 1, '0x', late, id, 0"
                        + " from (select p.*, deadline + interval '1 minute' as late from payment p) paid"
                        + " where status in ('unresolved', 'settled')",
                "insert into payment_stir (store_id, hour_slot, day_slot) select distinct store_id,"
                        + " cast(floor(extract(epoch from opened_at) / 3600) as bigint),"
                        + " cast(floor(extract(epoch from opened_at) / 86400) as bigint) from payment",
                "analyze payment",
                "analyze transfer");
    }
}
