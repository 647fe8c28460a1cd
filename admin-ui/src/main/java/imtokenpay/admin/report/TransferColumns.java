package imtokenpay.admin.report;

import imtokenpay.chain.Transfer;
import imtokenpay.flow.report.Line;
import imtokenpay.flow.report.Place;
import imtokenpay.payment.Payment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// What is told of one transfer that is not a settled payment's.
final class TransferColumns {
    private TransferColumns() {}

    static List<Column<Line.Refunded>> refunds(ZoneId zone) {
        return joined(
                moved(zone, Line.Refunded::payout, Line.Refunded::place),
                List.of(
                        Column.text("refund", line -> line.reason().refund()),
                        Column.text("state", line -> line.reason().state()),
                        Column.text("store", line -> line.reason().storeId()),
                        Column.text("order", line -> line.reason().orderRef()),
                        Column.text("payment", line -> line.reason().payment()),
                        Column.text("currency", line -> line.reason().currency().getCurrencyCode()),
                        Column.decimal("value", TransferColumns::value),
                        Column.text("recorded_by", line -> line.reason().by()),
                        Column.text("reason", line -> line.reason().words())));
    }

    static List<Column<Line.Loose>> loose(ZoneId zone) {
        return joined(
                moved(zone, Line.Loose::transfer, Line.Loose::place),
                List.of(
                        Column.text(
                                "standing",
                                line -> line.payment()
                                        .map(one -> one.status().word())
                                        .orElse("unmatched")),
                        Column.text(
                                "store", line -> of(line, one -> one.origin().storeId())),
                        Column.text(
                                "order",
                                line -> of(line, one -> one.origin().request().orderRef())),
                        Column.text("payment", line -> of(line, one -> one.id().text())),
                        Column.number(
                                "refunded_of_payment", line -> line.refunded().decimal()),
                        Column.text("play_money", line -> String.valueOf(line.test()))));
    }

    private static <T extends Line> List<Column<T>> moved(
            ZoneId zone, Function<T, Transfer> transfer, Function<T, Place> place) {
        return List.of(
                Column.text(
                        "day",
                        line -> LocalDate.ofInstant(place.apply(line).at(), zone)
                                .toString()),
                Column.text("block_time", line -> place.apply(line).at().toString()),
                Column.text(
                        "asset", line -> transfer.apply(line).amount().asset().id()),
                Column.text(
                        "symbol", line -> transfer.apply(line).amount().asset().symbol()),
                Column.number("amount", line -> transfer.apply(line).amount().decimal()),
                Column.units(
                        "amount_units", line -> transfer.apply(line).amount().units()),
                Column.text("transaction", line -> transfer.apply(line).id().txHash()),
                Column.number("height", line -> SettledColumns.height(transfer.apply(line))),
                Column.text("sender", line -> transfer.apply(line).sender().text()),
                Column.text("receiver", line -> transfer.apply(line).receiver().text()));
    }

    private static String of(Line.Loose line, Function<Payment, String> what) {
        return line.payment().map(what).orElse("");
    }

    private static BigDecimal value(Line.Refunded line) {
        return new BigDecimal(line.payout().amount().decimal())
                .multiply(line.reason().rate())
                .setScale(line.reason().currency().getDefaultFractionDigits(), RoundingMode.HALF_EVEN);
    }

    private static <T> List<Column<T>> joined(List<Column<T>> first, List<Column<T>> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
