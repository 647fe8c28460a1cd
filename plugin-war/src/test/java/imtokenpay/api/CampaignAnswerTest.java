package imtokenpay.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import imtokenpay.chain.Address;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.Finality;
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
import imtokenpay.quote.campaign.Campaign;
import imtokenpay.quote.campaign.CampaignId;
import imtokenpay.quote.campaign.Conditions;
import imtokenpay.quote.campaign.Discount;
import imtokenpay.quote.campaign.Reduction;
import imtokenpay.webhook.PaymentJson;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What a store is told of campaigns and of what they took off, held against the document.
class CampaignAnswerTest {
    private static final Asset ETH = new Asset("eip155:31337/slip44:60", "ETH", 18);
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final CampaignId ID = new CampaignId("cmp_0123456789ABCDEFGHJKMNPQRS");
    private static final Price TWENTY = Price.of("20.00", "USD");

    @Test
    void a_campaign_has_just_the_fields_of_the_document() throws IOException {
        var all = new TreeSet<String>();
        for (var reduction : List.of(new Reduction.Share(250), new Reduction.Fixed(Price.of("5.00", "USD")))) {
            all.addAll(
                    campaign(reduction, Optional.of(TWENTY), Optional.of(NOW)).keySet());
        }
        assertEquals(schema("Campaign").getJsonObject("properties").keySet(), all);
        var least = campaign(new Reduction.Share(250), Optional.empty(), Optional.empty());
        var required = new TreeSet<>(
                Set.copyOf(schema("Campaign").getJsonArray("required").getValuesAs(JsonString::getString)));
        required.add("percent");
        assertEquals(required, least.keySet());
        assertEquals("2.5", least.getString("percent"));
        assertEquals(List.of(ETH.id()), least.getJsonArray("assets").getValuesAs(JsonString::getString));
    }

    @Test
    void a_payment_says_what_was_taken_off_and_its_price_stays() throws IOException {
        var json = payment(Optional.of(new Discount(ID, "First order", true, Price.of("5.00", "USD"))));
        var discount = json.getJsonObject("discount");
        assertEquals(schema("Discount").getJsonObject("properties").keySet(), discount.keySet());
        assertEquals("20.00", json.getString("amount"));
        assertEquals("5.00", discount.getString("amount"));
        assertEquals("USD", discount.getString("currency"));
        assertEquals("15", json.getString("assetAmount"));
        assertEquals(
                Set.of(),
                minus(
                        json.keySet(),
                        schema("Payment").getJsonObject("properties").keySet()));
        assertFalse(json.toString().contains("anna"), "a customer is shown to nobody");
    }

    @Test
    void a_payment_of_the_whole_price_says_nothing_of_it() {
        assertFalse(payment(Optional.empty()).containsKey("discount"));
    }

    private static JsonObject campaign(Reduction reduction, Optional<Price> minimum, Optional<Instant> until) {
        return CampaignJson.of(new Campaign(
                ID,
                new Campaign.Title("books", "First order", Currency.getInstance("USD")),
                reduction,
                new Conditions(Set.of(ETH.id()), true, minimum, new Conditions.Span(NOW.minusSeconds(1), until)),
                Optional.of(TWENTY)));
    }

    private static JsonObject payment(Optional<Discount> discount) {
        var toPay = discount.map(off -> off.off(TWENTY)).orElse(TWENTY);
        var request = new PaymentRequest(
                "1042",
                TWENTY,
                ETH.id(),
                new PaymentRequest.Wording("", ""),
                new PaymentRequest.References("c", "anna"));
        var quote = Quote.of(toPay, ETH, Rate.fixed(BigDecimal.ONE), NOW);
        var terms = new Terms(quote.amount(), NOW, NOW.plusSeconds(900), new Finality.Depth(3), new Decision.None());
        var payment = new Payment(
                PaymentId.random(new SplittableRandom(1)),
                new Payment.Origin("books", request, discount, quote),
                new Address("0xshop"),
                terms,
                new Payment.Standing(PaymentStatus.AWAITING, 0, Amount.zero(ETH)));
        return PaymentJson.of(
                new PaymentJson.Snapshot(payment, List.of(), new ChainView(ETH.chain(), 1, NOW), "Devnet", true),
                "https://pay.example/pay/x");
    }

    private static Set<String> minus(Set<String> all, Set<String> known) {
        var rest = new TreeSet<>(all);
        rest.removeAll(known);
        return rest;
    }

    private static JsonObject schema(String name) throws IOException {
        try (var reader = Json.createReader(Files.newBufferedReader(Path.of("src/main/webapp/openapi.json")))) {
            return reader.readObject()
                    .getJsonObject("components")
                    .getJsonObject("schemas")
                    .getJsonObject(name);
        }
    }
}
