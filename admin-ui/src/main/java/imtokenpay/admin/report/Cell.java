package imtokenpay.admin.report;

import java.util.regex.Pattern;

/// What stands in one place of a report.
sealed interface Cell {
    /// As it stands, for readers that take everything for text.
    String plain();

    /// As a field of CSV (RFC 4180).
    String csv();

    /// Words. Spreadsheet programs run what begins like a formula, so an apostrophe goes before that (OWASP, "CSV
    /// Injection", read 2026-11).
    record Text(String plain) implements Cell {
        private static final Pattern FORMULA = Pattern.compile("(?s)\\s*[=+\\-@\\t\\r\\n＝＋－＠].*");

        @Override
        public String csv() {
            var harmless = FORMULA.matcher(plain).matches() ? "'" + plain : plain;
            return '"' + harmless.replace("\"", "\"\"") + '"';
        }
    }

    /// A number: digits with at most one point, and a minus if it is below zero. It stays one.
    record Number(String plain) implements Cell {
        private static final Pattern PLAIN = Pattern.compile("-?[0-9]+(\\.[0-9]+)?|");

        public Number {
            if (!PLAIN.matcher(plain).matches()) {
                throw new IllegalArgumentException("not a plain number: " + plain);
            }
        }

        @Override
        public String csv() {
            return plain;
        }
    }
}
