package imtokenpay.adapter.evm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.adapter.quorum.Provider;
import imtokenpay.adapter.quorum.Quorum;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.chain.watch.FeedAnswer;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.Hash;
import tools.jackson.databind.JsonNode;

class PriceFeedTest {
    private static final String FEED = "0x5f4eC3Df9cbd43714FE2740f5E3616155c5b8419";
    private static final Instant TOLD = Instant.parse("2026-11-23T10:00:00Z");
    private static final String ROUND = "1" + "0".repeat(18) + "abc";
    private static final String PRICE = "3a35294400";

    private ScriptedNode one;
    private ScriptedNode other;

    @BeforeEach
    void opens() throws IOException {
        one = new ScriptedNode(feed(PRICE, TOLD, 8));
        other = new ScriptedNode(feed(PRICE, TOLD, 8));
    }

    @AfterEach
    void closes() {
        one.close();
        other.close();
    }

    @Test
    void a_feed_is_read_as_its_interface_says() {
        assertEquals(new FeedAnswer(new BigInteger("250000000000"), 8, TOLD), read(one));
    }

    @Test
    void a_price_below_zero_stays_one() {
        one.answers(call -> method(call).equals("eth_call") && data(call).equals(selector("latestRoundData()"))
                ? "\"0x" + "0".repeat(64) + "f".repeat(64) + "0".repeat(192) + "\""
                : feed(PRICE, TOLD, 8).apply(call));
        assertEquals(new FeedAnswer(BigInteger.ONE.negate(), 8, Instant.EPOCH), read(one));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0x", "0x00", "", "0x0000000000000000000000000000000000000000000000000000000000000008", "null"})
    void no_contract_and_another_contract_are_no_feed(String result) {
        one.answers(call -> method(call).equals("eth_call") ? "\"" + result + "\"" : "\"0x1\"");
        var why = assertThrows(ChainUnavailable.class, () -> read(one));
        assertEquals(FEED + ": there is no price feed at that address on this chain", why.getMessage());
    }

    @Test
    void a_moment_beyond_all_time_is_no_feed() {
        one.answers(call -> method(call).equals("eth_call") ? "\"0x" + "f".repeat(320) + "\"" : "\"0x1\"");
        assertThrows(ChainUnavailable.class, () -> read(one));
    }

    @Test
    void a_node_of_another_chain_says_nothing() {
        one.answers(call -> method(call).equals("eth_chainId")
                ? "\"0x5\""
                : feed(PRICE, TOLD, 8).apply(call));
        assertEquals(
                Reason.WRONG_CHAIN,
                assertThrows(ChainUnavailable.class, () -> read(one)).reason());
    }

    @Test
    void an_error_is_no_price() {
        one.distorts(body ->
                body.replace("\"result\":", "\"error\":{\"code\":3,\"message\":\"execution reverted\"},\"was\":"));
        assertThrows(ChainUnavailable.class, () -> read(one));
    }

    @Test
    void nodes_that_agree_are_believed_and_one_that_lies_is_not() {
        assertEquals(read(one), quorum().feed(FEED));
        other.answers(feed("3a35294401", TOLD, 8));
        assertEquals(Reason.INCONSISTENT, refusal().reason());
        other.answers(feed(PRICE, TOLD.plusSeconds(1), 8));
        assertEquals(Reason.INCONSISTENT, refusal().reason());
        other.answers(feed(PRICE, TOLD, 18));
        assertEquals(Reason.INCONSISTENT, refusal().reason());
        other.answersStatus(503);
        assertEquals(Reason.UNREACHABLE, refusal().reason());
    }

    private ChainUnavailable refusal() {
        return assertThrows(ChainUnavailable.class, () -> quorum().feed(FEED));
    }

    private Quorum quorum() {
        var providers = List.of(new Provider("one", reader(one)), new Provider("other", reader(other)));
        return new Quorum(providers, 2, Instant::now, Thread::startVirtualThread);
    }

    private static FeedAnswer read(ScriptedNode node) {
        return reader(node).feed(FEED);
    }

    private static EvmChainReader reader(ScriptedNode node) {
        return new EvmChainReader(node.network("eip155:1"), Instant::now);
    }

    // (roundId, answer, startedAt, updatedAt, answeredInRound), each in a word of its own.
    private static Function<JsonNode, String> feed(String price, Instant told, int decimals) {
        var time = Long.toHexString(told.getEpochSecond());
        var round = word(ROUND) + word(price) + word(time) + word(time) + word(ROUND);
        return call -> {
            if (method(call).equals("eth_chainId")) {
                return "\"0x1\"";
            }
            if (!call.path("params").path(0).path("to").asString("").equals(FEED)) {
                throw new IllegalStateException("not asked of the feed: " + call);
            }
            return data(call).equals(selector("latestRoundData()"))
                    ? "\"0x" + round + "\""
                    : "\"0x" + word(Integer.toHexString(decimals)) + "\"";
        };
    }

    private static String word(String digits) {
        return "0".repeat(64 - digits.length()) + digits;
    }

    private static String selector(String signature) {
        return Hash.sha3String(signature).substring(0, 10);
    }

    private static String method(JsonNode call) {
        return call.path("method").asString("");
    }

    private static String data(JsonNode call) {
        return call.path("params").path(0).path("data").asString("");
    }
}
