package imtokenpay.admin.report;

import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;

/// How a report is written.
enum Format {
    /// For spreadsheet programs (RFC 4180): a mark of UTF-8 before the first line, since without one some take the
    /// bytes
    /// for another alphabet; then the columns' names.
    CSV("text/csv") {
        @Override
        <T> long write(Sheet<T> sheet, Writer out) throws IOException {
            var count = new Count();
            out.write('\uFEFF');
            out.write(sheet.columns().stream().map(Column::name).collect(Collectors.joining(",", "", "\r\n")));
            sheet.lines().each(line -> {
                out.write(sheet.columns().stream()
                        .map(column -> column.cell().apply(line).csv())
                        .collect(Collectors.joining(",", "", "\r\n")));
                count.rose();
            });
            return count.lines;
        }
    },
    /// For programs: an object with all lines, and at its end how many there are. Every value is a string, as in the
    /// REST
    /// API.
    JSON("application/json") {
        @Override
        <T> long write(Sheet<T> sheet, Writer out) throws IOException {
            var count = new Count();
            out.write("{\"lines\":[");
            sheet.lines().each(line -> {
                out.write(sheet.columns().stream()
                        .map(column -> Words.quoted(column.name()) + ":"
                                + Words.quoted(column.cell().apply(line).plain()))
                        .collect(Collectors.joining(",", count.lines == 0 ? "\n{" : ",\n{", "}")));
                count.rose();
            });
            out.write("\n],\"count\":" + count.lines + "}\n");
            return count.lines;
        }
    };

    private static final class Words {
        // Asked for once: each call of Json itself looks through all jars for who implements it.
        private static final JsonProvider JSON = JsonProvider.provider();

        static String quoted(String words) {
            return JSON.createValue(words).toString();
        }
    }

    private static final class Count {
        private long lines;

        void rose() {
            lines++;
        }
    }

    private final String type;

    Format(String type) {
        this.type = type;
    }

    /// The media type.
    String type() {
        return type;
    }

    /// Writes it whole.
    ///
    /// @return how many lines there were
    abstract <T> long write(Sheet<T> sheet, Writer out) throws IOException;
}
