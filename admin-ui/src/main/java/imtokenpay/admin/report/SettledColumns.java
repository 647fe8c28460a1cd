package imtokenpay.admin.report;

import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.flow.report.Line;
import imtokenpay.money.Price;
import imtokenpay.payment.PaymentRequest;
import imtokenpay.quote.Quote;
import imtokenpay.quote.campaign.Discount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What is told of a settled payment.
final class SettledColumns {
    private SettledColumns() {}

    static List<Column<Line.Settled>> in(ZoneId zone) {
        return List.of(
                Column.text("day", line -> LocalDate.ofInstant(line.at(), zone).toString()),
                Column.text("settled_at", line -> line.at().toString()),
                Column.text("store", line -> line.payment().origin().storeId()),
                Column.text("order", line -> request(line).orderRef()),
                Column.text("payment", line -> line.payment().id().text()),
                Column.text("status", line -> line.payment().status().word()),
                Column.text("play_money", line -> String.valueOf(line.test())),
                Column.text("currency", line -> request(line).price().currency().getCurrencyCode()),
                Column.decimal("price", line -> request(line).price().value()),
                Column.decimal("discount", SettledColumns::discount),
                Column.decimal("to_pay", line -> quote(line).price().value()),
                Column.text(
                        "asset", line -> line.payment().terms().due().asset().id()),
                Column.text(
                        "symbol", line -> line.payment().terms().due().asset().symbol()),
                Column.number("due", line -> line.payment().terms().due().decimal()),
                Column.units("due_units", line -> line.payment().terms().due().units()),
                Column.number("received", line -> line.received().decimal()),
                Column.units("received_units", line -> line.received().units()),
                Column.number(
                        "surplus",
                        line -> line.received()
                                .above(line.payment().terms().due())
                                .decimal()),
                Column.number("refunded", line -> line.refunded().decimal()),
                Column.decimal("value_received", SettledColumns::value),
                Column.decimal("rate", line -> quote(line).rate().value().stripTrailingZeros()),
                Column.text("rate_said", line -> quote(line).rate().said()),
                Column.text("quoted_at", line -> quote(line).quotedAt().toString()),
                Column.text(
                        "transactions",
                        line -> each(line, transfer -> transfer.id().txHash())),
                Column.text("heights", line -> each(line, SettledColumns::height)),
                Column.text(
                        "senders",
                        line -> each(line, transfer -> transfer.sender().text())),
                Column.text("receiver", line -> line.payment().receiver().text()));
    }

    private static PaymentRequest request(Line.Settled line) {
        return line.payment().origin().request();
    }

    private static Quote quote(Line.Settled line) {
        return line.payment().origin().quote();
    }

    private static BigDecimal discount(Line.Settled line) {
        return line.payment()
                .origin()
                .discount()
                .map(Discount::amount)
                .map(Price::value)
                .orElse(BigDecimal.ZERO);
    }

    // What came, at the rate that the payment was asked for at: rounded half to even, since it favours nobody.
    private static BigDecimal value(Line.Settled line) {
        var digits = request(line).price().currency().getDefaultFractionDigits();
        return new BigDecimal(line.received().decimal())
                .multiply(quote(line).rate().value())
                .setScale(digits, RoundingMode.HALF_EVEN);
    }

    private static String each(Line.Settled line, Function<Transfer, String> what) {
        return line.transfers().stream().map(what).distinct().collect(Collectors.joining(" "));
    }

    static String height(Transfer transfer) {
        return switch (transfer.sighting().inclusion()) {
            case Inclusion.Included block -> Long.toString(block.height());
            case Inclusion.Gone() -> "";
        };
    }
}
