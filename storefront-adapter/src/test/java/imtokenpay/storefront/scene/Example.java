package imtokenpay.storefront.scene;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/// The contract's own examples, with changes.
public final class Example {

    public static final String ETH = "eip155:31337/slip44:60";
    public static final String USDT = "eip155:31337/erc20:0x5FbDB2315678afecb367f032d93F642f64180aa3";

    private static final String PAYMENT = """
            {"id": "pay_7Q", "orderRef": "1042", "clientReference": "5f0c", "sequence": 0, "status": "awaiting",
             "amount": "12.50", "currency": "USD", "asset": "eip155:31337/slip44:60", "symbol": "ETH",
             "chain": "eip155:31337", "assetAmount": "0.005000123", "received": "0", "surplus": "0",
             "address": "0xf39F", "confirmations": 0, "confirmationsRequired": 6,
             "deadline": "2026-11-23T10:15:00Z", "test": true,
             "checkoutUrl": "https://shop.example/imtoken/pay/pay_7Q", "transactions": []}""";

    private JsonObject json = read(PAYMENT);

    public static Example payment() {
        return new Example();
    }

    public Example with(String field, String value) {
        json = Json.createObjectBuilder(json).add(field, value).build();
        return this;
    }

    public Example at(long sequence, String status) {
        json = Json.createObjectBuilder(json)
                .add("sequence", sequence)
                .add("status", status)
                .build();
        return this;
    }

    public Example without(String field) {
        json = Json.createObjectBuilder(json).remove(field).build();
        return this;
    }

    public JsonObject json() {
        return json;
    }

    public byte[] bytes() {
        return bytes(json);
    }

    /// A webhook's body.
    public byte[] event(String type) {
        JsonObjectBuilder event = Json.createObjectBuilder()
                .add("id", "evt_3K")
                .add("type", type)
                .add("timestamp", "2026-11-23T10:02:11Z")
                .add("apiVersion", "v1")
                .add("data", json);
        return bytes(event.build());
    }

    public static JsonObject read(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static byte[] bytes(JsonObject value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }
}
