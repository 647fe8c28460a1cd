package imtokenpay.adapter.bitcoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.chain.family.NodeAccess;
import imtokenpay.chain.family.NodeReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.chain.watch.Watch;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A node that is not ready, not ours, or lies: nothing is learnt from it, and a person reads why.
class NodeTroubleTest {
    private static final InstantSource CLOCK = InstantSource.fixed(CannedChain.time(1_000));
    private static final Address SHOP = BitcoinChainReaderTest.SHOP;

    private final CannedChain chain = new CannedChain(110);
    private final ChainTail tail = chain.tail(100, 110);
    private CannedNode node;
    private NodeReader reader;

    @BeforeEach
    void starts() throws IOException {
        chain.pays(SHOP, 5);
        chain.grows(1);
        node = new CannedNode(chain);
        reader = node.reader(CLOCK);
    }

    @AfterEach
    void stops() {
        reader.close();
        node.close();
    }

    @Test
    void a_node_that_is_well_is_believed() {
        assertEquals(
                1, reader.read(tail, BitcoinChainReaderTest.WATCH).transfers().size());
    }

    @Test
    void a_node_that_is_still_catching_up_says_nothing_of_any_payment() {
        node.lies(
                "getblockchaininfo",
                info -> info.replace("\"initialblockdownload\":false", "\"initialblockdownload\":true"));
        assertTrue(refusal(Reason.BEHIND).contains("still catching up: it has block 112 of 112"));
        node.lies("getblockchaininfo", info -> info.replace("\"headers\":112", "\"headers\":119"));
        assertTrue(refusal(Reason.BEHIND).contains("it has block 112 of 119"));
        node.lies("getblockchaininfo", info -> info.replace("\"headers\":112", "\"headers\":114"));
        assertEquals(112, reader.read(tail, BitcoinChainReaderTest.WATCH).last().height());
    }

    @Test
    void a_node_that_does_not_say_whether_it_is_catching_up_is_not_believed() {
        node.lies("getblockchaininfo", info -> info.replace("\"initialblockdownload\":false,", ""));
        refusal(Reason.BEHIND);
    }

    @Test
    void a_node_that_threw_the_blocks_away_is_named_as_that() {
        node.lies("getblockchaininfo", info -> info.replace("\"pruned\":false", "\"pruned\":true,\"pruneheight\":112"));
        assertTrue(refusal(Reason.BEHIND).contains("thrown away block 111"));
        node.lies("getblockchaininfo", info -> info.replace("\"pruned\":false", "\"pruned\":true,\"pruneheight\":111"));
        assertEquals(
                1, reader.read(tail, BitcoinChainReaderTest.WATCH).transfers().size());
    }

    @Test
    void a_node_of_another_net_is_refused() {
        node.lies(
                "getblockhash",
                hash -> hash.replace(CannedChain.GENESIS, "000000000019d6689c085ae165831e93" + "4".repeat(32)));
        assertTrue(refusal(Reason.WRONG_CHAIN).contains("is for chain bip122:000000000019d6689c085ae165831e93, not"));
        assertThrows(ChainUnavailable.class, () -> reader.beginning(CLOCK.instant()));
        assertThrows(ChainUnavailable.class, () -> reader.decimals(BitcoinChainReaderTest.BTC));
    }

    @Test
    void a_node_that_is_behind_what_was_read_is_no_reorg() {
        chain.shrinks(4);
        assertTrue(refusal(Reason.BEHIND).contains("behind the 110 that was read already"));
    }

    @Test
    void a_node_that_is_starting_says_so_itself() {
        for (var method : new String[] {"getblockchaininfo", "getblockhash"}) {
            node.lies(method, any -> CannedNode.error(-28, "Loading block index..."));
        }
        assertTrue(refusal(Reason.NOT_UNDERSTOOD).contains("Loading block index"));
    }

    @Test
    void a_wrong_name_or_password_is_told_without_repeating_it() {
        for (var login : new String[] {"", "shop:wr0ng@"}) {
            var access = new NodeAccess(CannedChain.NET.chain(), node.address(login), Optional.empty());
            try (var stranger = new BitcoinFamily().reader(access, CLOCK)) {
                var refused =
                        assertThrows(ChainUnavailable.class, () -> stranger.read(tail, BitcoinChainReaderTest.WATCH));
                assertTrue(refused.getMessage().contains("does not let us in"), refused.getMessage());
                assertFalse(refused.getMessage().contains("wr0ng"), refused.getMessage());
            }
        }
    }

    @Test
    void the_right_name_and_password_let_in_wherever_they_stand() {
        var written = new NodeAccess(CannedChain.NET.chain(), node.address("shop:s3cr%65t@"), Optional.empty());
        var beside = new NodeAccess(CannedChain.NET.chain(), node.address(""), Optional.of("shop:s3cret"));
        for (var access : new NodeAccess[] {written, beside}) {
            try (var known = new BitcoinFamily().reader(access, CLOCK)) {
                assertEquals(
                        112,
                        known.read(tail, BitcoinChainReaderTest.WATCH).last().height());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"getblockchaininfo", "getblockhash", "getblockheader", "getblock"})
    void an_answer_that_is_empty_of_another_kind_or_an_error_leaves_nothing(String method) {
        for (var wrong : new String[] {
            "null", "\"\"", "[]", "{}", "0", "true", "\"00\"", "\"zz\"", "{\"hash\":1}", CannedNode.error(-5, "no")
        }) {
            node.lies(method, any -> wrong);
            assertThrows(ChainUnavailable.class, () -> reader.read(tail, BitcoinChainReaderTest.WATCH), wrong);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "getblockchaininfo, blocks, -1",
        "getblockchaininfo, blocks, 1e2",
        "getblockchaininfo, blocks, 112.0",
        "getblockchaininfo, blocks, 99999999999999999999",
        "getblockchaininfo, headers, null",
        "getblockchaininfo, mediantime, 4294967296",
        "getblockchaininfo, initialblockdownload, 0",
        "getblockheader, height, 113",
        "getblockheader, time, 1",
        "getblockheader, mediantime, null",
        "getblockheader, confirmations, -1"
    })
    void a_value_that_cannot_be_makes_the_whole_reading_void(String method, String name, String value) {
        node.lies(method, text -> text.replaceFirst("\"" + name + "\":[a-z0-9]+", "\"" + name + "\":" + value));
        assertThrows(ChainUnavailable.class, () -> reader.read(tail, BitcoinChainReaderTest.WATCH));
    }

    @Test
    void another_block_than_the_one_asked_for_is_refused() {
        node.lies("getblock", any -> "\"" + chain.hex(chain.hash(109)) + "\"");
        refusal(Reason.INCONSISTENT);
    }

    @Test
    void blocks_that_do_not_follow_each_other_are_refused_with_or_without_what_is_in_them() {
        chain.grows(3);
        node.lies("getblockhash", hash -> hash.replace(chain.hash(113), chain.hash(105)));
        refusal(Reason.INCONSISTENT);
        var nobody = new Watch(Set.of(BitcoinChainReaderTest.BTC), Set.of());
        assertThrows(ChainUnavailable.class, () -> reader.read(tail, nobody));
    }

    @Test
    void a_node_that_tells_two_branches_at_once_is_refused() {
        var left = chain.hash(110);
        chain.reorgs(109);
        node.lies("getblockhash", hash -> hash.replace(chain.hash(110), left));
        refusal(Reason.INCONSISTENT);
    }

    @Test
    void a_payment_that_is_made_up_hidden_or_enlarged_is_noticed() {
        var honest = chain.hex(chain.hash(111));
        var sats = "0500000000000000";
        for (UnaryOperator<String> lie : java.util.List.<UnaryOperator<String>>of(
                hex -> hex.replace(sats, "ff00000000000000"),
                hex -> hex.substring(0, 160) + "01" + hex.substring(162),
                hex -> hex.substring(0, hex.length() - 2),
                hex -> hex + "00")) {
            node.lies("getblock", text -> text.contains(honest) ? "\"" + lie.apply(honest) + "\"" : text);
            assertThrows(ChainUnavailable.class, () -> reader.read(tail, BitcoinChainReaderTest.WATCH));
        }
    }

    @Test
    void an_answer_that_breaks_off_or_is_noise_leaves_nothing() {
        var random = new Random(11);
        for (var round = 0; round < 300; round++) {
            var cut = random.nextInt(40);
            node.distorts(text -> text.substring(0, Math.max(1, text.length() - 2 - cut)));
            assertThrows(ChainUnavailable.class, () -> reader.read(tail, BitcoinChainReaderTest.WATCH));
        }
    }

    private String refusal(Reason reason) {
        var refused = assertThrows(ChainUnavailable.class, () -> reader.read(tail, BitcoinChainReaderTest.WATCH));
        assertEquals(reason, refused.reason(), refused.getMessage());
        return refused.getMessage();
    }
}
