package imtokenpay.admin.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Function;

/// One column of a report.
///
/// @param name as it stands in the first line, in small letters
record Column<T>(String name, Function<T, Cell> cell) {
    static <T> Column<T> text(String name, Function<T, String> words) {
        return new Column<>(name, row -> new Cell.Text(words.apply(row)));
    }

    static <T> Column<T> decimal(String name, Function<T, BigDecimal> number) {
        return new Column<>(name, row -> new Cell.Number(number.apply(row).toPlainString()));
    }

    /// Of a number that is written already; empty for none.
    static <T> Column<T> number(String name, Function<T, String> number) {
        return new Column<>(name, row -> new Cell.Number(number.apply(row)));
    }

    static <T> Column<T> units(String name, Function<T, BigInteger> number) {
        return new Column<>(name, row -> new Cell.Number(number.apply(row).toString()));
    }
}
