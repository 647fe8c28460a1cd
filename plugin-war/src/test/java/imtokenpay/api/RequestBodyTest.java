package imtokenpay.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.api.body.Body;
import imtokenpay.api.problem.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {
    private static final String GOOD = """
            {"orderRef": "1042", "amount": "12.50", "currency": "USD", "asset": "eip155:1/slip44:60",
             "description": "2 books", "returnUrl": "https://shop.example/order/1042", "clientReference": "c",
             "customerReference": "anna"}""";

    @Test
    void a_good_body_is_read_whole() {
        var request = RequestBody.read(bytes(GOOD));
        assertEquals("1042", request.orderRef());
        assertEquals("12.50 USD", request.price().toString());
        assertEquals("2 books", request.wording().description());
        assertEquals("https://shop.example/order/1042", request.wording().returnUrl());
        assertEquals("c", request.references().client());
        assertEquals("anna", request.references().customer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "12", "{", "{\"orderRef\": 1", "{} {}", "\u0000", "<xml/>"})
    void what_is_no_json_object_is_refused(String body) {
        assertEquals(
                400,
                assertThrows(Problem.class, () -> RequestBody.read(bytes(body))).answerStatus());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "12.50"  | -12.50               | amount
            "12.50"  | "-12.50"             | amount
            "12.50"  | "0"                  | amount
            "12.50"  | "1e30"               | amount
            "12.50"  | "1000000000000000"   | amount
            "12.50"  | "12.505"             | amount
            "12.50"  | 12.5                 | amount
            "12.50"  | null                 | amount
            "USD"    | "usd"                | currency
            "USD"    | "XXX"                | amount
            "USD"    | {}                   | currency
            "1042"   | ""                   | orderRef
            "1042"   | "a\\u0000b"          | orderRef
            "2 books" | "\\u202Eevil"       | description
            "anna"   | 7                    | customerReference
            "anna"   | "a\\u0000b"         | customerReference
            "https://shop.example/order/1042" | "javascript:alert(1)" | returnUrl
            "https://shop.example/order/1042" | "//evil.example"      | returnUrl
            """)
    void a_field_that_breaks_its_rule_is_named(String good, String bad, String field) {
        var body = GOOD.replace(good, bad);
        var problem = assertThrows(Problem.class, () -> RequestBody.read(bytes(body)));
        assertTrue(
                problem.violations().stream()
                        .anyMatch(violation -> violation.field().equals(field)),
                body);
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        var problem = assertThrows(
                Problem.class, () -> RequestBody.read(bytes("{\"amount\": \"-1\", \"currency\": \"US\", \"x\": 1}")));
        var fields = problem.violations().stream()
                .map(Problem.Violation::field)
                .sorted()
                .toList();
        assertEquals("[amount, asset, currency, orderRef, x]", fields.toString());
    }

    @Test
    void a_body_of_more_than_64_kilobytes_is_not_read_on() {
        var problem = assertThrows(Problem.class, () -> Body.bytes(new ByteArrayInputStream(new byte[64 * 1024 + 1])));
        assertEquals(413, problem.answerStatus());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
