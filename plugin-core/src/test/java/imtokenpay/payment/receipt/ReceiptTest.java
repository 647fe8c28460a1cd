package imtokenpay.payment.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.Finality;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.money.Price;
import imtokenpay.payment.Decision;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentRequest;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.Terms;
import imtokenpay.quote.Quote;
import imtokenpay.quote.Rate;
import imtokenpay.quote.campaign.CampaignId;
import imtokenpay.quote.campaign.Discount;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReceiptTest {
    private static final Asset ETH = new Asset("eip155:1/slip44:60", "ETH", 18);
    private static final Instant OPENED = Instant.parse("2026-11-30T10:00:00Z");
    private static final Receipt.Circumstances SHOP = new Receipt.Circumstances("Ann's \"Tea\"", "Ethereum", false);
    private static final List<Transfer> TRANSFERS = List.of(
            transfer("0xbb", "0.5", new Inclusion.Included(8, "0x08", OPENED.plusSeconds(80))),
            transfer("0xaa", "1.5", new Inclusion.Included(7, "0x07", OPENED.plusSeconds(70))),
            transfer("0xcc", "9", new Inclusion.Gone()));

    @ParameterizedTest
    @EnumSource(PaymentStatus.class)
    void only_what_is_settled_has_a_receipt(PaymentStatus status) {
        var receipt = Receipt.of(payment(status, Optional.empty()), TRANSFERS, at(13), SHOP);
        assertEquals(status == PaymentStatus.SETTLED, receipt.isPresent());
        assertTrue(Receipt.of(payment(status, Optional.empty()), List.of(), at(13), SHOP)
                .isEmpty());
    }

    @Test
    void it_names_each_transaction_that_paid_oldest_first_and_none_that_is_gone() {
        var receipt = json(Optional.empty());
        var lines = receipt.getJsonArray("transactions").getValuesAs(JsonObject.class);
        assertEquals(
                List.of("0xaa", "0xbb"),
                lines.stream().map(line -> line.getString("hash")).toList());
        assertEquals("1.5", lines.getFirst().getString("amount"));
        assertEquals("shopper", lines.getFirst().getString("sender"));
        assertEquals(7, lines.getFirst().getInt("block"));
        assertEquals("0x07", lines.getFirst().getString("blockHash"));
        assertEquals("2026-11-30T10:01:10Z", lines.getFirst().getString("time"));
        assertEquals("2", receipt.getString("paid"));
        assertEquals("2026-11-30T10:01:20Z", receipt.getString("paidAt"));
    }

    @Test
    void money_that_a_reorg_can_still_take_back_is_not_signed_for() {
        var young = transfer("0xdd", "1000000", new Inclusion.Included(9, "0x09", OPENED.plusSeconds(90)));
        var all = Stream.concat(TRANSFERS.stream(), Stream.of(young)).toList();
        var settled = payment(PaymentStatus.SETTLED, Optional.empty());
        var receipt = Receipt.of(settled, all, at(13), SHOP).orElseThrow();
        assertEquals("2", receipt.paid().decimal(), "its block is the fifth of six");
        assertEquals(
                "1000002",
                Receipt.of(settled, all, at(14), SHOP).orElseThrow().paid().decimal());
        assertTrue(Receipt.of(settled, all, at(11), SHOP).isEmpty(), "nothing is final");
    }

    @Test
    void it_says_who_sold_what_for_how_much() {
        var receipt = json(Optional.empty());
        assertEquals("v1", receipt.getString("receipt"));
        assertEquals("Ann's \"Tea\"", receipt.getString("store"));
        assertEquals("1042", receipt.getString("orderRef"));
        assertEquals("two cups", receipt.getString("description"));
        assertEquals("5.00", receipt.getJsonObject("price").getString("value"));
        assertEquals("5.00", receipt.getJsonObject("charged").getString("value"));
        assertEquals("USD", receipt.getJsonObject("charged").getString("currency"));
        assertEquals(ETH.id(), receipt.getString("asset"));
        assertEquals("shop", receipt.getString("address"));
    }

    @Test
    void what_a_campaign_took_off_is_not_charged() {
        var discount = new Discount(
                new CampaignId("cmp_0123456789ABCDEFGHJKMNPQRS"), "welcome", true, Price.of("1.00", "USD"));
        var receipt = json(Optional.of(discount));
        assertEquals("5.00", receipt.getJsonObject("price").getString("value"));
        assertEquals("4.00", receipt.getJsonObject("charged").getString("value"));
    }

    private static JsonObject json(Optional<Discount> discount) {
        var receipt = Receipt.of(payment(PaymentStatus.SETTLED, discount), TRANSFERS, at(13), SHOP)
                .orElseThrow();
        try (var reader = Json.createReader(new StringReader(ReceiptJson.of(receipt)))) {
            return reader.readObject();
        }
    }

    private static ChainView at(long head) {
        return new ChainView(ETH.chain(), head, OPENED);
    }

    private static Payment payment(PaymentStatus status, Optional<Discount> discount) {
        var price = Price.of("5.00", "USD");
        var wording = new PaymentRequest.Wording("two cups", "");
        var request = new PaymentRequest("1042", price, ETH.id(), wording, PaymentRequest.References.NONE);
        var quote = Quote.of(price, ETH, Rate.fixed(new BigDecimal("2.5")), OPENED);
        var depth = new Finality.Depth(6);
        return new Payment(
                new PaymentId("pay_01234567890123456789012345"),
                new Payment.Origin("shop", request, discount, quote),
                new Address("shop"),
                new Terms(quote.amount(), OPENED, OPENED.plusSeconds(900), depth, new Decision.None()),
                new Payment.Standing(status, 3, Amount.zero(ETH)));
    }

    private static Transfer transfer(String hash, String amount, Inclusion inclusion) {
        return new Transfer(
                new TransferId(ETH.chain(), hash, TransferId.NATIVE),
                Amount.atLeast(new BigDecimal(amount), ETH),
                new Address("shopper"),
                new Address("shop"),
                new Transfer.Sighting(OPENED, OPENED, inclusion));
    }
}
