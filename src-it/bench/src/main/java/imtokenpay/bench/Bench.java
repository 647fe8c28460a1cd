package imtokenpay.bench;

import imtokenpay.bench.books.MillionPayments;
import imtokenpay.bench.desk.Dashboards;
import imtokenpay.bench.desk.Searching;
import imtokenpay.bench.hooks.Drain;
import imtokenpay.bench.hooks.FirstAttempt;
import imtokenpay.bench.hooks.Isolation;
import imtokenpay.bench.page.QrCodes;
import imtokenpay.bench.report.Line;
import imtokenpay.bench.report.Report;
import imtokenpay.bench.row.CallsAtRest;
import imtokenpay.bench.row.CallsFlat;
import imtokenpay.bench.row.Day;
import imtokenpay.bench.row.Detection;
import imtokenpay.bench.row.Matching;
import imtokenpay.bench.row.MillionOrders;
import imtokenpay.bench.row.Row;
import imtokenpay.bench.row.ScanErc20;
import imtokenpay.bench.row.ScanLatency;
import imtokenpay.bench.row.ScanLimits;
import imtokenpay.bench.row.ScanNative;
import imtokenpay.bench.server.Create;
import imtokenpay.bench.visit.Pages;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Measures row after row, prints each line as soon as it is known, and writes all to a file. A wrong count ends it
/// with an error; a missed goal is only shown, since a shared machine can be slow for a while.
public final class Bench {
    private static final List<Row> ROWS = List.of(
            new ScanErc20(),
            new ScanNative(),
            new ScanLatency(),
            new ScanLimits(),
            new Day(),
            new Matching(),
            new CallsFlat(),
            new CallsAtRest(),
            new Detection(),
            new MillionOrders(),
            new MillionPayments(),
            new FirstAttempt(),
            new Drain(),
            new Isolation(),
            new Create(),
            new Pages(),
            new QrCodes(),
            new Searching(),
            new Dashboards());

    private Bench() {}

    /// @param arguments the file to write, and a part of the names of the rows to run
    public static void main(String[] arguments) {
        var begun = Instant.now();
        var lines = new ArrayList<Line>();
        for (var row : ROWS) {
            if (row.name().contains(arguments[1]) || arguments[1].equals(".")) {
                var found = row.run();
                found.forEach(line -> System.out.println(Report.text(line)));
                lines.addAll(found);
            }
        }
        Report.write(Path.of(arguments[0]), lines, begun);
    }
}
