package imtokenpay.bench.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.bench.chain.CannedChain;
import imtokenpay.bench.chain.Key;
import imtokenpay.bench.chain.Shape;
import imtokenpay.bench.client.OurReader;
import imtokenpay.bench.client.Questions;
import imtokenpay.bench.client.Web3jPeer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The node must be right before it may be quick.
class CannedNodeTest {
    private static final Shape SHORT = Shape.can20k().withHead(600);
    private static final JsonMapper JSON = new JsonMapper();

    private static JsonNode ask(CannedNode node, String body) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(node.url())
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return JSON.readTree(http.send(request, BodyHandlers.ofByteArray()).body());
        }
    }

    private static String call(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    @Test
    void the_can_holds_just_the_transfers_it_is_known_for() {
        assertEquals(6_895, Shape.can20k().tokenHits(20_000));
        assertEquals(3_450, Shape.can20k().coinHits(20_000));
    }

    @Test
    void our_reader_and_web3j_find_every_transfer_of_ours() {
        try (var node = new CannedNode(SHORT);
                var web3j = new Web3jPeer(
                        node.url(),
                        Set.of(
                                Key.ofOrder(1).text().substring(2),
                                Key.ofOrder(3).text().substring(2)))) {
            var tokens = OurReader.watch(400, OurReader.TOKEN);
            var coins = OurReader.watch(400, OurReader.COIN);
            assertEquals(SHORT.tokenHits(600), OurReader.catchUp(node.url(), tokens));
            assertEquals(SHORT.coinHits(600), OurReader.catchUp(node.url(), coins));
            assertEquals(2, web3j.logs(1, 600, 100) + web3j.replay(1, 600));
        }
    }

    @Test
    void a_filter_for_receivers_is_honoured() throws Exception {
        try (var node = new CannedNode(SHORT)) {
            var word = "0x" + "0".repeat(24) + Key.ofOrder(0).text().substring(2);
            var filter = "[{\"fromBlock\":\"0x1\",\"toBlock\":\"latest\",\"address\":[\"" + CannedChain.TOKEN
                    + "\"],\"topics\":[\"" + Questions.TRANSFER + "\",null,[\"" + word + "\"]]}]";
            var logs = ask(node, call("eth_getLogs", filter)).path("result");
            assertEquals(1, logs.size());
            assertEquals(word, logs.path(0).path("topics").path(2).asString());
        }
    }

    @Test
    void a_range_that_holds_too_much_is_refused_with_one_that_works() throws Exception {
        try (var node = new CannedNode(SHORT)) {
            var terms = Terms.free().withLimits(Terms.Tongue.INFURA, 10_000, 1_000);
            ask(node, call("canned_terms", "[" + JSON.writeValueAsString(terms) + "]"));
            var error = ask(node, Questions.logs(1, 600)).path("error");
            assertEquals(-32005, error.path("code").intValue());
            assertTrue(error.path("message").asString().endsWith("Try with this block range [0x1, 0x64]."));
            assertEquals(1_000, ask(node, Questions.logs(1, 100)).path("result").size());
        }
    }

    @Test
    void a_reorg_gives_the_newest_blocks_other_hashes() throws Exception {
        try (var node = new CannedNode(SHORT)) {
            var before = ask(node, call("eth_getBlockByNumber", "[\"0x258\",false]"));
            ask(node, call("canned_reorg", "[2]"));
            var after = ask(node, call("eth_getBlockByNumber", "[\"0x258\",false]"));
            var kept = ask(node, call("eth_getBlockByNumber", "[\"0x256\",false]"));
            var child = ask(node, call("eth_getBlockByNumber", "[\"0x257\",false]"));
            assertTrue(!before.path("result")
                    .path("hash")
                    .equals(after.path("result").path("hash")));
            assertEquals(kept.path("result").path("hash"), child.path("result").path("parentHash"));
        }
    }

    @Test
    void a_busy_day_s_block_is_as_large_as_ethereum_s() throws Exception {
        try (var node = new CannedNode(Shape.day())) {
            var block = ask(node, call("eth_getBlockByNumber", "[\"0x10\",true]"));
            assertEquals(200, block.path("result").path("transactions").size());
            assertEquals(180_000, JSON.writeValueAsBytes(block).length, 5_000);
        }
    }

    @Test
    void calls_and_bytes_are_counted() throws Exception {
        try (var node = new CannedNode(SHORT)) {
            ask(node, Questions.blocks(1, 3));
            var counts = ask(node, call("canned_counts", "[]")).path("result");
            assertEquals(1, counts.path("requests").intValue());
            assertEquals(3, counts.path("calls").path("eth_getBlockByNumber").intValue());
            assertTrue(counts.path("bytesOut").longValue() > 30_000);
        }
    }
}
