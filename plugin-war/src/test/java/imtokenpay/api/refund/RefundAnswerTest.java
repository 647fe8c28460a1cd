package imtokenpay.api.refund;

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
import imtokenpay.payment.PaymentId;
import imtokenpay.refund.Destination;
import imtokenpay.refund.Refund;
import imtokenpay.refund.RefundId;
import imtokenpay.webhook.RefundJson;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What a store is told of a refund, held against the document.
class RefundAnswerTest {
    private static final Asset ETH = new Asset("eip155:31337/slip44:60", "ETH", 18);
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Refund RECORDED = Refund.recorded(
            RefundId.random(new SplittableRandom(1)),
            new Refund.Origin(PaymentId.random(new SplittableRandom(2)), NOW, "store books", "damaged"),
            new Amount(BigInteger.TEN.pow(17), ETH));

    @Test
    void a_refund_with_its_address_and_its_transfer_has_every_field_of_the_document() throws IOException {
        var open = RECORDED.goingTo(new Destination(new Address("0xher"), Destination.Source.SHOPPER, "shopper", NOW));
        var json = json(open, List.of(payout()));
        assertEquals(schema().getJsonObject("properties").keySet(), json.keySet());
        assertEquals("0.1", json.getString("amount"));
        assertEquals("shopper", json.getString("addressFrom"));
        assertEquals("https://pay.example/pay/x/refund", json.getString("shopperUrl"));
        assertEquals(2, json.getInt("confirmations"));
        var transaction = json.getJsonArray("transactions").getJsonObject(0);
        assertEquals(
                schema().getJsonObject("properties")
                        .getJsonObject("transactions")
                        .getJsonObject("items")
                        .getJsonObject("properties")
                        .keySet(),
                transaction.keySet());
    }

    @Test
    void one_that_nobody_has_said_the_address_of_has_what_the_document_requires() throws IOException {
        var json = json(RECORDED, List.of());
        var required = schema().getJsonArray("required").getValuesAs(JsonString::getString);
        assertEquals(Set.copyOf(required), json.keySet());
        assertEquals("awaiting_address", json.getString("status"));
        assertTrue(json.getJsonArray("transactions").isEmpty());
    }

    private static JsonObject json(Refund refund, List<Transfer> payouts) {
        var view = new ChainView(ETH.chain(), 11, NOW);
        var snapshot = new RefundJson.Snapshot(refund, payouts, view, new Finality.Depth(3), "Devnet");
        return RefundJson.of(snapshot, "https://pay.example/pay/x");
    }

    private static Transfer payout() {
        var sighting = new Transfer.Sighting(NOW, NOW, new Inclusion.Included(10, "0x10", NOW));
        var id = new TransferId(ETH.chain(), "0x1", TransferId.NATIVE);
        return new Transfer(id, RECORDED.amount(), new Address("0xshop"), new Address("0xher"), sighting);
    }

    private static JsonObject schema() throws IOException {
        try (var reader = Json.createReader(Files.newBufferedReader(Path.of("src/main/webapp/openapi.json")))) {
            return reader.readObject()
                    .getJsonObject("components")
                    .getJsonObject("schemas")
                    .getJsonObject("Refund");
        }
    }
}
