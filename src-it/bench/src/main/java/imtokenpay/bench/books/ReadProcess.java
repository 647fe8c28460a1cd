package imtokenpay.bench.books;

import imtokenpay.chain.Transfer;
import imtokenpay.flow.report.Line;
import imtokenpay.flow.report.Place;
import imtokenpay.flow.report.Span;
import imtokenpay.store.JdbcSeam;
import imtokenpay.store.Shelf;
import imtokenpay.store.StoreDatabase;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads all reports of a database, in a process with a small heap: page by page as the admin page does, each in a
/// transaction of its own.
public final class ReadProcess {
    private static final int PAGE = 500;
    private static final Duration DAY = Duration.ofDays(1);
    private static final int DAYS = 366;

    private ReadProcess() {}

    /// @param arguments the database's address
    public static void main(String[] arguments) {
        try (var database = StoreDatabase.at(arguments[0], JdbcSeam.open())) {
            var shelf = database.shelf();
            var payments = new long[1];
            var settled = timed(() -> payments[0] = settled(shelf));
            var summed = new long[1];
            var days = timed(() -> summed[0] = days(shelf));
            var unbalanced = new long[1];
            var balance = timed(() -> unbalanced[0] = unbalanced(shelf));
            System.out.println(String.join(
                    " ",
                    "" + payments[0],
                    "" + summed[0],
                    "" + unbalanced[0],
                    "" + settled,
                    "" + days,
                    "" + balance,
                    "" + peakMegabytes()));
        }
    }

    private static long timed(Runnable reading) {
        var start = System.nanoTime();
        reading.run();
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private static long settled(Shelf shelf) {
        var count = 0L;
        var place = Place.START;
        while (true) {
            var after = place;
            var page = shelf.transactions().in(() -> shelf.reports().settled(MillionPayments.YEAR, after, PAGE));
            if (page.isEmpty()) {
                return count;
            }
            count += page.stream().filter(line -> !written(line).isEmpty()).count();
            place = page.getLast().place();
        }
    }

    // As much as a line of the file says.
    private static String written(Line.Settled line) {
        var origin = line.payment().origin();
        return String.join(
                ",",
                line.at().toString(),
                origin.request().orderRef(),
                origin.request().price().toString(),
                origin.quote().rate().said(),
                line.received().toString(),
                line.refunded().toString(),
                line.transfers().stream()
                        .map(Transfer::id)
                        .map(Object::toString)
                        .collect(Collectors.joining(" ")));
    }

    private static long days(Shelf shelf) {
        var count = 0L;
        for (var day = 0; day < DAYS; day++) {
            Instant from = MillionPayments.YEAR.from().plus(DAY.multipliedBy(day));
            var span = new Span(Optional.empty(), from, from.plus(DAY));
            for (var sum : shelf.transactions().in(() -> shelf.reports().sums(span))) {
                count += sum.payments();
            }
        }
        return count;
    }

    private static long unbalanced(Shelf shelf) {
        return shelf.transactions().in(() -> shelf.reports().balances()).stream()
                .filter(one -> one.difference().signum() != 0)
                .count();
    }

    private static long peakMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                >> 20;
    }
}
