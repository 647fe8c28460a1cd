package imtokenpay.admin.report;

import imtokenpay.admin.report.Sheets.Day;
import imtokenpay.admin.report.Sheets.Posted;
import java.math.BigDecimal;
import java.util.List;

/// What is told of many payments at once.
final class SumColumns {
    private SumColumns() {}

    static List<Column<Day>> days() {
        return List.of(
                Column.text("day", line -> line.day().toString()),
                Column.text("store", line -> line.sum().storeId()),
                Column.text("asset", line -> line.sum().asset().id()),
                Column.text("symbol", line -> line.sum().asset().symbol()),
                Column.text("currency", line -> line.sum().money().currency().getCurrencyCode()),
                Column.number("payments", line -> Long.toString(line.sum().payments())),
                Column.number("received", line -> line.sum().received().decimal()),
                Column.units("received_units", line -> line.sum().received().units()),
                Column.decimal("price", line -> written(line, line.sum().money().price())),
                Column.decimal(
                        "discount", line -> written(line, line.sum().money().discount())),
                Column.decimal(
                        "to_pay",
                        line -> written(
                                line,
                                line.sum()
                                        .money()
                                        .price()
                                        .subtract(line.sum().money().discount()))));
    }

    static List<Column<Posted>> balance() {
        return List.of(
                Column.text("asset", line -> line.asset().id()),
                Column.text("symbol", line -> line.asset().symbol()),
                Column.text("account", line -> line.line().account().word()),
                Column.units("debit_units", line -> line.line().debit()),
                Column.units("credit_units", line -> line.line().credit()),
                Column.decimal(
                        "debit",
                        line -> new BigDecimal(line.line().debit(), line.asset().decimals())),
                Column.decimal(
                        "credit",
                        line -> new BigDecimal(
                                line.line().credit(), line.asset().decimals())));
    }

    private static BigDecimal written(Day line, BigDecimal amount) {
        return amount.setScale(line.sum().money().currency().getDefaultFractionDigits());
    }
}
