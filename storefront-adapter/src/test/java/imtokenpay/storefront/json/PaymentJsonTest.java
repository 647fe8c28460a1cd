package imtokenpay.storefront.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.storefront.AcceptedAsset;
import imtokenpay.storefront.PaymentMethod;
import imtokenpay.storefront.PaymentNotice;
import imtokenpay.storefront.PaymentStatus;
import imtokenpay.storefront.scene.Example;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentJsonTest {

    @Test
    void the_contracts_payment_is_read_field_by_field() {
        PaymentNotice payment = PaymentJson.payment(Example.payment().bytes());
        assertEquals("pay_7Q", payment.id());
        assertEquals("1042", payment.orderRef());
        assertEquals("5f0c", payment.clientReference());
        assertEquals(0, payment.sequence());
        assertEquals(PaymentStatus.AWAITING, payment.status());
        assertEquals(new BigDecimal("12.50"), payment.amount());
        assertEquals("USD", payment.currency());
        assertEquals(Example.ETH, payment.asset());
        assertEquals("ETH", payment.symbol());
        assertEquals("eip155:31337", payment.chain());
        assertEquals(new BigDecimal("0.005000123"), payment.assetAmount());
        assertEquals(new BigDecimal("0"), payment.received());
        assertEquals(new BigDecimal("0"), payment.surplus());
        assertEquals("0xf39F", payment.address());
        assertEquals(0, payment.confirmations());
        assertEquals(6, payment.confirmationsRequired());
        assertEquals(Instant.parse("2026-11-23T10:15:00Z"), payment.deadline());
        assertTrue(payment.test());
        assertEquals("https://shop.example/imtoken/pay/pay_7Q", payment.checkoutUrl());
        assertEquals(List.of(), payment.transactions());
    }

    @Test
    void credited_transfers_are_listed() {
        byte[] body =
                text(new String(Example.payment().bytes(), StandardCharsets.UTF_8).replace("\"transactions\":[]", """
                        "transactions": [{"hash": "0xab", "logIndex": 3, "amount": "0.1", "confirmations": 2,
                        "included": false}, {"hash": "0xcd", "logIndex": null, "amount": "0.2", "confirmations": 1,
                        "included": true}]"""));
        PaymentNotice payment = PaymentJson.payment(body);
        assertEquals(3, payment.transactions().get(0).logIndex());
        assertEquals(-1, payment.transactions().get(1).logIndex());
        assertEquals(new BigDecimal("0.1"), payment.transactions().get(0).amount());
        assertEquals(false, payment.transactions().get(0).included());
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "orderRef", "sequence", "status", "amount", "currency", "asset"})
    void a_payment_without_what_decides_is_refused(String field) {
        byte[] body = Example.payment().without(field).bytes();
        assertThrows(UnreadableJson.class, () -> PaymentJson.payment(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"symbol", "confirmations", "deadline", "transactions", "test", "clientReference"})
    void a_payment_without_what_is_only_shown_is_taken(String field) {
        assertEquals(
                "pay_7Q",
                PaymentJson.payment(Example.payment().without(field).bytes()).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9", "", "NaN", "12,50", "0x10", " 1", "1e999999999"})
    void an_amount_is_a_plain_decimal(String amount) {
        byte[] body = Example.payment().with("amount", amount).bytes();
        assertThrows(UnreadableJson.class, () -> PaymentJson.payment(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{\"a\":1} trailing", "\"text\""})
    void what_is_no_object_is_refused(String text) {
        byte[] body = text(text);
        assertThrows(UnreadableJson.class, () -> PaymentJson.payment(body));
    }

    @Test
    void a_type_from_the_future_is_left_alone() {
        assertTrue(
                WebhookEvent.read(Example.payment().event("payment.teleported")).isEmpty());
        assertTrue(WebhookEvent.read(text("{\"id\": \"evt_1\", \"type\": \"endpoint.test\"}"))
                .isEmpty());
    }

    @Test
    void every_type_of_the_contract_is_known() {
        for (EventType type : EventType.values()) {
            String name = "payment." + type.name().toLowerCase(java.util.Locale.ROOT);
            assertEquals(
                    type,
                    WebhookEvent.read(Example.payment().event(name))
                            .orElseThrow()
                            .type());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "eip155:1/slip44:60, ETH, Ethereum, ETH - Ethereum",
        "eip155:1/erc20:0xdAC17F, USDT, Ethereum, USDT - Ethereum (ERC-20)",
        "tron:0x2b6653dc/trc20:TR7NHq, USDT, TRON, USDT - TRON (TRC-20)"
    })
    void a_token_is_named_with_its_kind(String asset, String symbol, String network, String label) {
        assertEquals(label, new AcceptedAsset(asset, symbol, "x", network, false).label());
    }

    @Test
    void accepted_assets_have_a_label() {
        PaymentMethod method = PaymentJson.paymentMethod(text("""
                {"assets": [{"asset": "eip155:1/slip44:60", "symbol": "ETH", "chain": "eip155:1",
                 "network": "Ethereum", "later": {}}, {"asset": "x:y/z:1", "symbol": "Z", "chain": "x:y"}]}"""));
        List<AcceptedAsset> assets = method.assets();
        assertEquals("ETH - Ethereum", assets.get(0).label());
        assertEquals("Z - x:y", assets.get(1).label());
    }

    @Test
    void campaigns_are_what_is_taken_off() {
        PaymentMethod method = PaymentJson.paymentMethod(text("""
                {"assets": [{"asset": "eip155:1/slip44:60"}], "campaigns": [
                 {"campaign": "cmp_1", "name": "Launch", "percent": "5", "currency": "USD", "firstOrder": true},
                 {"name": "Spring", "amount": "2.00", "currency": "EUR", "later": []}, {}]}"""));
        assertEquals(
                List.of(
                        new PaymentMethod.Offer("Launch", "5", "", "USD", true),
                        new PaymentMethod.Offer("Spring", "", "2.00", "EUR", false)),
                method.offers());
        assertEquals(
                PaymentMethod.unavailable(),
                PaymentJson.paymentMethod(text("{\"available\": false, \"assets\": [{\"asset\": \"a:b/c:d\"}]}")));
    }

    @Test
    void what_a_campaign_took_off_is_told_beside_the_price() {
        JsonObject discount = Json.createObjectBuilder()
                .add("amount", "0.62")
                .add("name", "Launch")
                .build();
        JsonObject reduced = Json.createObjectBuilder(Example.payment().json())
                .add("discount", discount)
                .build();
        PaymentNotice payment = PaymentJson.payment(text(reduced.toString()));
        assertEquals(new BigDecimal("0.62"), payment.discount());
        assertEquals(new BigDecimal("12.50"), payment.amount());
        assertEquals(
                BigDecimal.ZERO, PaymentJson.payment(Example.payment().bytes()).discount());
    }

    @Test
    void a_problem_tells_its_code_and_request() {
        byte[] body = text("{\"code\": \"no_rate\", \"detail\": \"no rate for EUR\", \"requestId\": \"r7\"}");
        assertEquals("no_rate", PaymentJson.problemCode(body));
        assertEquals("no rate for EUR  (request r7)", PaymentJson.problemDetail(body));
        assertEquals("", PaymentJson.problemCode(text("<html>502</html>")));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
