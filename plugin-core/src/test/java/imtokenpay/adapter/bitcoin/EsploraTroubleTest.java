package imtokenpay.adapter.bitcoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.family.NodeReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.chain.watch.Watch;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An Esplora server that is not ready, not ours, busy, or lies: nothing is learnt from it, and a person reads
/// why.
class EsploraTroubleTest {
    private static final Watch WATCH = BitcoinChainReaderTest.WATCH;
    private static final Watch NOBODY = new Watch(Set.of(BitcoinChainReaderTest.BTC), Set.of());

    private final AtomicReference<Instant> now = new AtomicReference<>(CannedChain.time(200));
    private final CannedChain chain = new CannedChain(110);
    private final ChainTail tail = chain.tail(100, 110);
    private CannedEsplora server;
    private NodeReader reader;

    @BeforeEach
    void starts() throws IOException {
        chain.pays(BitcoinChainReaderTest.SHOP, 5);
        chain.grows(1);
        server = new CannedEsplora(chain);
        reader = server.reader(now::get);
    }

    @AfterEach
    void stops() {
        reader.close();
        server.close();
    }

    @Test
    void a_server_that_is_well_is_believed() {
        assertEquals(1, reader.read(tail, WATCH).transfers().size());
        assertEquals(chain.hash(112), reader.newest().hash());
        assertEquals(CannedChain.GENESIS, reader.beginning(Instant.EPOCH).hash());
    }

    @Test
    void a_server_whose_newest_block_is_a_day_old_is_still_catching_up() {
        now.set(CannedChain.time(112).plusSeconds(24 * 3_600));
        assertEquals(112, reader.read(tail, WATCH).last().height());
        now.set(now.get().plusSeconds(1));
        assertTrue(refusal(Reason.BEHIND).contains("still catching up: its newest block, 112, is of 2026-"));
    }

    @Test
    void a_server_of_another_net_is_refused() {
        server.lies(
                "getblockhash",
                hash -> hash.replace(CannedChain.GENESIS, "000000000019d6689c085ae165831e93" + "4".repeat(32)));
        assertTrue(refusal(Reason.WRONG_CHAIN).contains("is for chain bip122:000000000019d6689c085ae165831e93, not"));
        assertThrows(ChainUnavailable.class, () -> reader.transaction("ab".repeat(32)));
    }

    @Test
    void a_server_that_is_behind_what_was_read_is_no_reorg() {
        chain.shrinks(4);
        assertTrue(refusal(Reason.BEHIND).contains("behind the 110 that was read already"));
    }

    @Test
    void an_address_that_is_not_that_of_the_api_is_told_in_words() {
        try (var lost = server.reader("/", now::get)) {
            var refused = assertThrows(ChainUnavailable.class, () -> lost.read(tail, WATCH));
            assertTrue(refused.getMessage().contains("mostly ends in /api"), refused.getMessage());
        }
        try (var found = server.reader("/api/", now::get)) {
            assertEquals(112, found.read(tail, WATCH).last().height());
        }
    }

    @Test
    void a_server_that_asks_for_a_pause_has_it() {
        server.refuses(429, "60");
        refusal(Reason.LIMIT);
        server.isItselfAgain();
        now.set(now.get().plusSeconds(59));
        assertTrue(refusal(Reason.LIMIT).contains("a pause of 1 s more"));
        now.set(now.get().plusSeconds(1));
        assertEquals(112, reader.read(tail, WATCH).last().height());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 500, 503})
    void a_server_that_refuses_teaches_nothing(int status) {
        server.refuses(status, "0");
        assertTrue(refusal(Reason.UNREACHABLE).contains("HTTP " + status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"getblockchaininfo", "getblockhash", "getblockheader", "getblock", "block", "block status"})
    void an_answer_that_is_missing_or_of_another_kind_leaves_nothing(String method) {
        for (var wrong : List.of("", "null", "\"\"", "[]", "{}", "0", "true", "00", "zz", "{\"id\":1}")) {
            server.lies(method, any -> wrong);
            assertThrows(ChainUnavailable.class, () -> reader.read(tail, WATCH), wrong);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "block, height, -1",
        "block, height, 113",
        "block, height, 1e2",
        "block, height, 99999999999999999999",
        "block, mediantime, 4294967296",
        "block, mediantime, null",
        "block, timestamp, null",
        "block status, in_best_chain, false",
        "block status, in_best_chain, 1"
    })
    void a_value_that_cannot_be_makes_the_whole_reading_void(String method, String name, String value) {
        server.lies(method, text -> text.replaceFirst("\"" + name + "\":[a-z0-9]+", "\"" + name + "\":" + value));
        assertThrows(ChainUnavailable.class, () -> reader.read(tail, WATCH));
    }

    @Test
    void another_block_or_header_than_the_one_asked_for_is_refused_with_or_without_what_is_in_them() {
        var other = chain.hex(chain.hash(109));
        server.lies("getblockheader", any -> other.substring(0, 160));
        refusal(Reason.INCONSISTENT);
        assertThrows(ChainUnavailable.class, () -> reader.read(tail, NOBODY));
        // Its time is another, but where it is read without its transactions nothing else would show that.
        server.lies("getblockheader", header -> header.replaceFirst("(.{136}).{8}", "$100000000"));
        assertThrows(ChainUnavailable.class, () -> reader.read(tail, NOBODY));
        server.lies("getblockheader", header -> header + "00");
        refusal(Reason.NOT_UNDERSTOOD);
        server.lies("getblockheader", UnaryOperator.identity());
        server.lies("block", block -> block.replaceFirst("\"id\":\"[0-9a-f]+", "\"id\":\"" + chain.hash(109)));
        refusal(Reason.INCONSISTENT);
    }

    @Test
    void blocks_that_do_not_follow_each_other_are_refused_with_or_without_what_is_in_them() {
        chain.grows(3);
        server.lies("getblockhash", hash -> hash.replace(chain.hash(113), chain.hash(105)));
        refusal(Reason.INCONSISTENT);
        assertThrows(ChainUnavailable.class, () -> reader.read(tail, NOBODY));
    }

    @Test
    void a_payment_that_is_made_up_hidden_or_enlarged_is_noticed() {
        for (UnaryOperator<String> lie : List.<UnaryOperator<String>>of(
                block -> block.replace("\5\0\0\0\0\0\0\0", "\u00ff\0\0\0\0\0\0\0"),
                block -> block.substring(0, 80) + "\1" + block.substring(81),
                block -> block.substring(0, block.length() - 1),
                block -> block + "\0")) {
            server.lies("getblock", lie);
            assertThrows(ChainUnavailable.class, () -> reader.read(tail, WATCH));
        }
    }

    @Test
    void an_answer_that_breaks_off_or_is_noise_leaves_nothing() {
        var random = new Random(11);
        for (var method : List.of("getblockchaininfo", "getblockhash", "getblockheader", "getblock", "block")) {
            for (var round = 0; round < 30; round++) {
                var cut = 1 + random.nextInt(40);
                server.lies(method, text -> text.substring(0, text.length() - cut));
                assertThrows(ChainUnavailable.class, () -> reader.read(tail, WATCH), method);
                server.lies(method, text -> text.substring(cut));
                assertThrows(ChainUnavailable.class, () -> reader.read(tail, WATCH), method);
            }
            server.lies(method, UnaryOperator.identity());
        }
    }

    @Test
    void an_answer_without_an_end_is_not_read_to_it() {
        server.lies("getblock", any -> "0".repeat(33 * 1024 * 1024));
        refusal(Reason.LIMIT);
    }

    private String refusal(Reason reason) {
        var refused = assertThrows(ChainUnavailable.class, () -> reader.read(tail, WATCH));
        assertEquals(reason, refused.reason(), refused.getMessage());
        return refused.getMessage();
    }
}
