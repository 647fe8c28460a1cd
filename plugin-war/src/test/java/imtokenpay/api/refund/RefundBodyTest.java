package imtokenpay.api.refund;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.api.problem.Problem;
import imtokenpay.chain.Address;
import imtokenpay.flow.refund.RecordRefund.Share;
import imtokenpay.flow.refund.RecordRefund.Wanted;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundBodyTest {
    private static final Asset USDT = new Asset("eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7", "USDT", 6);

    @Test
    void a_part_with_an_address_is_read_whole() {
        var wanted = read("{\"amount\": \"2.50\", \"reason\": \"damaged\", \"address\": \" 0xher \"}");
        assertEquals(new Share.Part(new Amount(BigInteger.valueOf(2_500_000), USDT)), wanted.share());
        assertEquals("damaged", wanted.cause().reason());
        assertEquals("store books", wanted.cause().by());
        assertEquals(Optional.of(new Address("0xher")), wanted.address());
    }

    @Test
    void the_surplus_without_an_address_leaves_that_to_the_shopper() {
        var wanted = read("{\"surplus\": true, \"reason\": \"paid twice\"}");
        assertEquals(new Share.Surplus(), wanted.share());
        assertEquals(Optional.empty(), wanted.address());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"reason": "r"}                                     | amount
            {"reason": "r", "amount": "1", "surplus": true}     | amount
            {"reason": "r", "amount": "0"}                      | amount
            {"reason": "r", "amount": "-1"}                     | amount
            {"reason": "r", "amount": "1e3"}                    | amount
            {"reason": "r", "amount": "0.0000001"}              | amount
            {"reason": "r", "amount": 1}                        | amount
            {"reason": "r", "amount": "999999999999999999999999999999999999999999999999999999999999999"} | amount
            {"reason": "r", "surplus": false}                   | surplus
            {"surplus": true}                                   | reason
            {"surplus": true, "reason": " "}                    | reason
            {"surplus": true, "reason": "r", "address": "her"}  | address
            {"surplus": true, "reason": "r", "to": "0xher"}     | to
            """)
    void a_field_that_breaks_its_rule_is_named(String body, String field) {
        var problem = assertThrows(Problem.class, () -> read(body));
        assertEquals(400, problem.answerStatus());
        assertEquals(field, problem.violations().getFirst().field());
    }

    private static Wanted read(String body) {
        return RefundBody.read(body.getBytes(StandardCharsets.UTF_8), USDT, RefundBodyTest::address, "store books");
    }

    private static Address address(Object chain, String text) {
        if (!text.startsWith("0x")) {
            throw new IllegalArgumentException("is not an address");
        }
        return new Address(text);
    }
}
