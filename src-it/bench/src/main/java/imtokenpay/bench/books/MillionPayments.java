package imtokenpay.bench.books;

import imtokenpay.bench.report.Line;
import imtokenpay.bench.report.WrongCount;
import imtokenpay.bench.row.Row;
import imtokenpay.flow.report.Span;
import imtokenpay.store.JdbcSeam;
import imtokenpay.store.StoreDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A year of a million settled payments on PostgreSQL, reported by a process with a heap of 96 MB. It fails where the
/// heap does not suffice.
public final class MillionPayments implements Row {
    static final Span YEAR =
            new Span(Optional.empty(), Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-02T00:00:00Z"));
    private static final String COUNT = "1000000";
    private static final String HEAP = "96";

    @Override
    public String name() {
        return "books.million";
    }

    @Override
    public List<Line> run() {
        var address = StoreDatabase.postgres();
        try (var database = StoreDatabase.at(address, JdbcSeam.open())) {
            fill(database);
        }
        return List.of(line(read(address)));
    }

    private Line line(String said) {
        var figures = said.strip().split(" ");
        var goal = new Line.Goal.AtLeast(1);
        if (figures.length != 7) {
            return new Line(name(), 0, "million reported in " + HEAP + " MB", goal, Map.of("said", said));
        }
        if (!figures[0].equals(COUNT) || !figures[1].equals(COUNT) || !figures[2].equals("0")) {
            throw new WrongCount("lines, payments of days and difference of the books: " + said);
        }
        return new Line(
                name(),
                1,
                "million reported in " + HEAP + " MB",
                goal,
                Map.of(
                        "lines ms", figures[3],
                        "366 days ms", figures[4],
                        "balance ms", figures[5],
                        "peak heap MB", figures[6]));
    }

    // One half in a coin, the other in a token; each paid by one transfer. How they came about is not what is measured.
    private static void fill(StoreDatabase database) {
        database.execute("""
                insert into payment (id, version, store_id, order_ref, client_reference, description, return_url, price,
                    currency, chain, asset_id, symbol, decimals, rate, quoted, quoted_at, receiver, due, opened_at,
                    deadline, confirmations, decision, status, sequence, surplus, settled_at)
                select 'pay_' || lpad(i::text, 26, '0'), 0, 'books', 'order-' || i, '', '2 books', '', 12.5, 'USD',
                    'eip155:1', case mod(i, 2) when 0 then 'eip155:1/slip44:60' else 'eip155:1/erc20:0xdAC17F' end,
                    case mod(i, 2) when 0 then 'ETH' else 'USDT' end, case mod(i, 2) when 0 then 18 else 6 end, 1,
                    12500000,
                    at, '0xshop', 12500000 + i, at, at + interval '15 minutes', 12, 'none', 'settled', 2, 0,
                    at + interval '5 minutes'
                from (select i, timestamptz '2026-01-01' + i * interval '31 seconds' as at
                    from generate_series(1, %s) i) orders
                """.formatted(COUNT), """
                insert into transfer (chain, tx_hash, log_index, asset_id, symbol, decimals, units, sender, receiver,
                    first_seen, first_block_time, included, height, block_hash, block_time, payment_id)
                select 'eip155:1', '0x' || md5(id) || md5(order_ref), 0, asset_id, symbol, decimals, due, '0xher',
                    receiver, settled_at, settled_at, true, 100, '0xblock', settled_at, id from payment
                """, "analyze payment", "analyze transfer");
    }

    private static String read(String address) {
        try {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx" + HEAP + "m",
                            "-classpath",
                            System.getProperty("java.class.path"),
                            ReadProcess.class.getName(),
                            address)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
