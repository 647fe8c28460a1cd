package imtokenpay.devnet.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.devnet.chain.Tether;
import imtokenpay.devnet.token.TokenAbi;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The part of the contract that is about tokens and their logs.
abstract class TokenContract extends ChainFixture {
    @Test
    void a_tether_transfer_is_one_log_with_payer_payee_and_amount() {
        Tether tether = deploy();
        String hash = tether.transfer(SHOPPER, MERCHANT, FIVE);
        chain.control().mine(1);

        JsonNode receipt = chain.control().receipt(hash).orElseThrow();
        JsonNode logs = logs(Map.of("fromBlock", "0x0", "address", tether.address(), "topics", TRANSFERS));
        assertEquals(1, logs.size());
        JsonNode log = logs.path(0);
        assertEquals(receipt.path("logs"), logs);
        assertEquals(
                List.of(
                        TokenAbi.TRANSFER_TOPIC,
                        "0x" + TokenAbi.word(SHOPPER.getAddress()),
                        "0x" + TokenAbi.word(MERCHANT)),
                log.path("topics").valueStream().map(JsonNode::asString).toList());
        assertEquals("0x" + TokenAbi.word(FIVE), log.path("data").asString());
        assertEquals(hash, log.path("transactionHash").asString());
        assertEquals(lower(tether.address()), log.path("address").asString());
        assertFalse(log.path("removed").booleanValue());
        assertEquals(FIVE, tether.balance(MERCHANT));
    }

    @Test
    void tether_says_six_decimals_and_usdt() {
        String token = deploy().address();
        assertEquals(BigInteger.valueOf(6), TokenAbi.number(view(token, TokenAbi.DECIMALS), 0));
        assertEquals("USDT", TokenAbi.text(view(token, TokenAbi.SYMBOL), 0));
        assertEquals("Tether USD", TokenAbi.text(view(token, TokenAbi.NAME), 0));
        assertEquals(million(), TokenAbi.number(view(token, TokenAbi.TOTAL_SUPPLY), 0));
        assertNotEquals("0x", chain.rpc().text("eth_getCode", token, "latest"));
    }

    @Test
    void the_transfer_of_tether_answers_nothing() {
        String token = deploy().address();
        Map<String, String> call =
                Map.of("from", SHOPPER.getAddress(), "to", token, "data", TokenAbi.transfer(MERCHANT, BigInteger.ONE));
        assertEquals("0x", chain.rpc().text("eth_call", call, "latest"));
        assertEquals(BigInteger.ZERO, chain.control().tokenBalance(token, MERCHANT));
    }

    @Test
    void an_overdraw_is_mined_as_failed_and_leaves_no_log() {
        Tether tether = deploy();
        String hash = tether.transfer(SHOPPER, MERCHANT, million().add(BigInteger.ONE));
        chain.control().mine(1);

        JsonNode receipt = chain.control().receipt(hash).orElseThrow();
        assertEquals("0x0", receipt.path("status").asString());
        assertTrue(receipt.path("logs").isEmpty());
        assertTrue(logs(Map.of("fromBlock", "0x0", "address", tether.address(), "topics", TRANSFERS))
                .isEmpty());
        assertEquals(BigInteger.ZERO, tether.balance(MERCHANT));
        assertEquals(million(), tether.balance(SHOPPER.getAddress()));
    }

    @Test
    void log_filters_choose_by_contract_topic_and_block() {
        Tether tether = deploy();
        Tether rival = deploy();
        tether.transfer(SHOPPER, MERCHANT, BigInteger.ONE);
        chain.control().mine(1);
        tether.transfer(SHOPPER, OTHER, BigInteger.TWO);
        rival.transfer(SHOPPER, MERCHANT, BigInteger.TEN);
        chain.control().mine(1);
        List<String> both = List.of(tether.address(), rival.address());
        String merchant = "0x" + TokenAbi.word(MERCHANT);
        String other = "0x" + TokenAbi.word(OTHER);

        assertEquals(
                3,
                logs(Map.of("fromBlock", "0x0", "address", both, "topics", TRANSFERS))
                        .size());
        assertEquals(
                2,
                logs(Map.of("fromBlock", "0x0", "address", tether.address(), "topics", TRANSFERS))
                        .size());
        assertEquals(2, logs(Map.of("address", both, "topics", TRANSFERS)).size());
        assertEquals(
                1,
                logs(Map.of("fromBlock", "0x3", "toBlock", "0x3", "address", both, "topics", TRANSFERS))
                        .size());
        assertEquals(2, found(both, anyOf(List.of(merchant))));
        assertEquals(3, found(both, anyOf(List.of(merchant, other))));
        assertEquals(0, found(both, List.of(merchant)));
        String latest = block("latest", false).path("hash").asString();
        JsonNode last = logs(Map.of("blockHash", latest, "address", both, "topics", TRANSFERS));
        assertEquals(2, last.size());
        assertEquals("0x1", last.path(1).path("logIndex").asString());
    }

    @Test
    void logs_beyond_the_head_are_an_error_and_from_an_unknown_block_too() {
        Map<String, String> unknown = Map.of("blockHash", "0x" + "1".repeat(64));
        assertEquals(-32602, refusal("eth_getLogs", Map.of("fromBlock", "0x99")));
        assertEquals(-32000, refusal("eth_getLogs", unknown));
        assertTrue(logs(Map.of("fromBlock", "0x0", "toBlock", "0x99")).isEmpty());
        assertTrue(logs(Map.of("fromBlock", "0x0", "toBlock", "latest")).isEmpty());
    }
}
