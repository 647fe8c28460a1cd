package imtokenpay.admin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.chain.Address;
import imtokenpay.chain.Finality;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.flow.report.Line;
import imtokenpay.flow.report.Place;
import imtokenpay.flow.report.ReadReports;
import imtokenpay.flow.report.RefundReport;
import imtokenpay.flow.report.Reports;
import imtokenpay.flow.report.Span;
import imtokenpay.merchant.ApiKey;
import imtokenpay.merchant.Store;
import imtokenpay.merchant.Stores;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.money.Price;
import imtokenpay.payment.Decision;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentRequest;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.Terms;
import imtokenpay.payment.books.Postings;
import imtokenpay.payment.books.TrialBalance;
import imtokenpay.quote.Quote;
import imtokenpay.quote.Rate;
import imtokenpay.quote.campaign.CampaignId;
import imtokenpay.quote.campaign.Discount;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What stands in the files.
class SheetsTest {
    private static final Asset ETH = new Asset("eip155:1/slip44:60", "ETH", 18);
    // Half an hour before midnight in Greenwich is the next day in Zurich.
    private static final Instant AT = Instant.parse("2026-03-28T23:30:00Z");
    private static final Payment PAYMENT = payment();
    private final Sheets sheets = new Sheets(new ReadReports(new Facts(), new Facts(), new Facts()));

    @Test
    void a_settled_payment_is_told_whole() throws IOException {
        assertEquals(
                "\uFEFFday,settled_at,store,order,payment,status,"
                        + "play_money,currency,price,discount,to_pay,asset,symbol,"
                        + "due,due_units,received,received_units,surplus,"
                        + "refunded,value_received,rate,rate_said,quoted_at,"
                        + "transactions,heights,senders,receiver\r\n"
                        + "\"2026-03-29\",\"2026-03-28T23:30:00Z\",\"books\",\"'=1042\",\"" + PAYMENT.id()
                        + "\",\"settled\",\"false\",\"USD\",100.00,5.00,95.00,\"eip155:1/slip44:60\",\"ETH\","
                        + "0.038,38000000000000000,0.039,39000000000000000,"
                        + "0.001,0.0005,97.50,2500,\"kraken, \"\"all\"\"\","
                        + "\"2026-03-28T23:30:00Z\",\"0xa\",\"7\",\"0xher\",\"0xshop\"\r\n",
                written("payments"));
    }

    @Test
    void money_that_went_back_or_is_nobodys_is_told_with_its_transaction() throws IOException {
        assertEquals(
                "\"2026-03-29\",\"2026-03-28T23:30:00Z\","
                        + "\"eip155:1/slip44:60\",\"ETH\",0.039,39000000000000000,\"0xa\",7,"
                        + "\"0xher\",\"0xshop\",\"rfd_1\",\"completed\","
                        + "\"books\",\"1042\",\"pay_1\",\"USD\",97.50,\"anna\","
                        + "\"'@SUM(1)\"\r\n",
                written("refunds").split("\r\n", 2)[1]);
        assertEquals(
                "\"2026-03-29\",\"2026-03-28T23:30:00Z\","
                        + "\"eip155:1/slip44:60\",\"ETH\",0.039,39000000000000000,\"0xa\",7,"
                        + "\"0xher\",\"0xshop\",\"unmatched\",\"\",\"\",\"\",0,\"true\"\r\n",
                written("loose").split("\r\n", 2)[1]);
    }

    @Test
    void days_are_summed_one_by_one_in_their_zone() throws IOException {
        assertEquals(
                "\uFEFFday,store,asset,symbol,currency,payments,received,received_units,price,discount,to_pay\r\n"
                        + "\"2026-03-29\",\"books\",\"eip155:1/slip44:60\",\"ETH\",\"USD\",3,0.039,39000000000000000,"
                        + "300.00,15.00,285.00\r\n",
                written("days"));
    }

    @Test
    void the_trial_balance_has_both_sides_of_every_account() throws IOException {
        assertEquals(
                "\uFEFFasset,symbol,account,debit_units,credit_units,debit,credit\r\n"
                        + "\"eip155:1/slip44:60\",\"ETH\",\"received\",39000000000000000,0,0.039000000000000000,"
                        + "0.000000000000000000\r\n"
                        + "\"eip155:1/slip44:60\",\"ETH\",\"unmatched\",0,39000000000000000,0.000000000000000000,"
                        + "0.039000000000000000\r\n",
                written("balance"));
    }

    private String written(String kind) throws IOException {
        var asked = Map.of(
                "kind", kind, "format", "csv", "from", "2026-03-28", "to", "2026-03-30", "zone", "Europe/Zurich");
        var wish = Wish.read(field -> asked.getOrDefault(field, ""), List.of())
                .wish()
                .orElseThrow();
        var out = new StringWriter();
        wish.format().write(sheets.sheet(wish), out);
        return out.toString();
    }

    private static Amount eth(String coins) {
        return Amount.parse(coins, ETH);
    }

    private static Transfer transfer() {
        var sighting = new Transfer.Sighting(AT, AT, new Inclusion.Included(7, "0x7", AT));
        var id = new TransferId(ETH.chain(), "0xa", TransferId.NATIVE);
        return new Transfer(id, eth("0.039"), new Address("0xher"), new Address("0xshop"), sighting);
    }

    private static Payment payment() {
        var price = Price.of("100.00", "USD");
        var discount =
                new Discount(new CampaignId("cmp_0123456789ABCDEFGHJKMNPQRS"), "x", true, Price.of("5.00", "USD"));
        var request = new PaymentRequest(
                "=1042", price, ETH.id(), new PaymentRequest.Wording("", ""), PaymentRequest.References.NONE);
        var quote = Quote.of(discount.off(price), ETH, new Rate(new BigDecimal("2500.00"), "kraken, \"all\""), AT);
        return new Payment(
                new PaymentId("pay_0123456789ABCDEFGHJKMNPQRS"),
                new Payment.Origin("books", request, Optional.of(discount), quote),
                new Address("0xshop"),
                new Terms(eth("0.038"), AT, AT.plusSeconds(900), new Finality.Depth(3), new Decision.None()),
                new Payment.Standing(PaymentStatus.SETTLED, 3, eth("0.001")));
    }

    /// One fact of each kind.
    private static final class Facts implements Reports, RefundReport, Stores {
        @Override
        public void complete() {}

        @Override
        public List<Line.Settled> settled(Span span, Place after, int count) {
            return once(after, new Line.Settled(PAYMENT, AT, List.of(transfer()), eth("0.0005"), false));
        }

        @Override
        public List<Line.Loose> loose(Span span, Place after, int count) {
            return once(after, new Line.Loose(transfer(), Optional.empty(), Amount.zero(ETH), true));
        }

        @Override
        public List<Line.Refunded> refunded(Span span, Place after, int count) {
            var reason = new Line.Refunded.Reason(
                    "rfd_1",
                    "pay_1",
                    "books",
                    "1042",
                    "completed",
                    "anna",
                    "@SUM(1)",
                    new BigDecimal("2500"),
                    Currency.getInstance("USD"));
            return once(after, new Line.Refunded(transfer(), reason));
        }

        private static <T> List<T> once(Place after, T line) {
            return after.equals(Place.START) ? List.of(line) : List.of();
        }

        @Override
        public List<Line.Sum> sums(Span span) {
            var money = new Line.Sum.Money(
                    Currency.getInstance("USD"), new BigDecimal("300.00000000"), new BigDecimal("15.00000000"));
            return span.from().isAfter(AT) || !span.until().isAfter(AT)
                    ? List.of()
                    : List.of(new Line.Sum("books", ETH, 3, eth("0.039"), money));
        }

        @Override
        public List<TrialBalance> balances() {
            return new Postings().cameIn(Optional.empty(), eth("0.039")).balances();
        }

        @Override
        public List<Store> all() {
            return List.of();
        }

        @Override
        public Optional<Store> byApiKey(ApiKey key) {
            return Optional.empty();
        }

        @Override
        public Optional<Store> byId(String id) {
            return Optional.empty();
        }
    }
}
