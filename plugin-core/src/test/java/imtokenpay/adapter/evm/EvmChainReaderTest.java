package imtokenpay.adapter.evm;

import static imtokenpay.adapter.evm.ScriptedChain.SHOP;
import static imtokenpay.adapter.evm.ScriptedChain.SHOPPER;
import static imtokenpay.adapter.evm.ScriptedChain.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.evm.watch.Quantity;
import imtokenpay.chain.Address;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvmChainReaderTest {
    private static final Asset ETH = new Asset("eip155:1/slip44:60", "ETH", 18);
    private static final String USDT_CONTRACT = "0xdAC17F958D2ee523a2206206994597C13D831ec7";
    private static final Asset USDT = new Asset("eip155:1/erc20:" + USDT_CONTRACT, "USDT", 6);
    private static final Watch WATCH = new Watch(Set.of(ETH, USDT), Set.of(new Address(SHOP)));
    private static final String TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
    private static final Instant NOW = ScriptedChain.time(110).plusSeconds(5);

    private final ScriptedChain chain = new ScriptedChain(110);
    private ScriptedNode node;
    private EvmChainReader reader;

    @BeforeEach
    void starts() throws IOException {
        node = new ScriptedNode(chain::answer);
        reader = new EvmChainReader(node.network("eip155:1"), InstantSource.fixed(NOW));
    }

    @AfterEach
    void stops() {
        reader.close();
        node.close();
    }

    @Test
    void blocks_come_in_order_although_the_node_answers_backwards() {
        var reading = reader.read(chain.tail(100, 105), WATCH);
        assertEquals(105, reading.fork().height());
        assertEquals(5, reading.blocks().size());
        assertEquals(110, reading.last().height());
        assertTrue(reading.isComplete());
    }

    @Test
    void a_native_transfer_that_worked_is_read() {
        var hash = chain.pays(107, SHOP.toLowerCase(Locale.ROOT), "0x11c37937e08000", 1);
        var transfers = reader.read(chain.tail(100, 105), WATCH).transfers();
        assertEquals(1, transfers.size());
        assertEquals("0.005", transfers.getFirst().amount().decimal());
        assertEquals(hash, transfers.getFirst().id().txHash());
        assertEquals(new Address(SHOP), transfers.getFirst().receiver());
        assertEquals(new Address(SHOPPER), transfers.getFirst().sender());
    }

    @Test
    void a_native_transfer_that_failed_of_nothing_or_to_others_is_not() {
        chain.pays(107, SHOP, "0x11c37937e08000", 0);
        chain.pays(108, SHOP, "0x0", 1);
        chain.pays(109, SHOPPER, "0x11c37937e08000", 1);
        assertEquals(0, reader.read(chain.tail(100, 105), WATCH).transfers().size());
    }

    @Test
    void a_token_transfer_is_read_from_its_log() {
        tokenLog(TRANSFER, SHOPPER, SHOP, word("17d7840"));
        var transfers = reader.read(chain.tail(100, 105), WATCH).transfers();
        assertEquals(1, transfers.size());
        assertEquals("25", transfers.getFirst().amount().decimal());
        assertEquals(3, transfers.getFirst().id().logIndex());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x",
                "0x01",
                "0x0000000000000000000000000000000000000000000000000000000000000000",
                "0x00000000000000000000000000000000000000000000000000000000017d784000",
                "0x000000000000000000000000000000000000000000000000000000000000zzzz"
            })
    void a_log_of_odd_data_is_passed_over(String data) {
        tokenLog(TRANSFER, SHOPPER, SHOP, data);
        assertEquals(0, reader.read(chain.tail(100, 105), WATCH).transfers().size());
    }

    @Test
    void logs_that_are_no_transfer_to_us_are_passed_over() {
        tokenLog(word("dead"), SHOPPER, SHOP, word("1"));
        tokenLog(TRANSFER, SHOPPER, SHOPPER, word("1"));
        tokenLog(TRANSFER, SHOP, SHOP, word("1"));
        chain.logs(107, fields(USDT_CONTRACT, "\"" + TRANSFER + "\"", word("1")));
        chain.logs(107, fields(SHOPPER, topics(TRANSFER, SHOPPER, SHOP), word("1")));
        assertEquals(0, reader.read(chain.tail(100, 105), WATCH).transfers().size());
    }

    @Test
    void a_log_of_a_block_that_we_do_not_hold_makes_the_whole_reading_void() {
        tokenLog(TRANSFER, SHOPPER, SHOP, word("17d7840"));
        node.distorts(text -> text.replaceAll("(\"blockNumber\":\"0x6b\",\"blockHash\":\"0x)0", "$1f"));
        assertThrows(ChainUnavailable.class, () -> reader.read(chain.tail(100, 105), WATCH));
    }

    @Test
    void a_reorg_is_noticed_by_hash_and_what_was_above_the_fork_is_read_again() {
        var tail = chain.tail(100, 110);
        chain.grows(1);
        chain.reorgs(108);
        var reading = reader.read(tail, WATCH);
        assertEquals(107, reading.fork().height());
        assertEquals(111, reading.last().height());
    }

    @Test
    void a_reorg_deeper_than_what_we_hold_is_a_matter_for_a_person() {
        var tail = chain.tail(105, 110);
        chain.reorgs(100);
        var trouble = assertThrows(ChainUnavailable.class, () -> reader.read(tail, WATCH));
        assertTrue(trouble.getMessage().contains("A person must look"), trouble.getMessage());
    }

    @Test
    void a_node_that_lags_says_nothing_about_the_blocks_it_lacks() {
        var tail = chain.tail(100, 110);
        chain.shrinks(4);
        var trouble = assertThrows(ChainUnavailable.class, () -> reader.read(tail, WATCH));
        assertTrue(trouble.getMessage().contains("behind"), trouble.getMessage());
    }

    @Test
    void blocks_that_do_not_follow_each_other_make_the_whole_reading_void() {
        node.distorts(text ->
                text.replace("\"parentHash\":\"" + chain.hash(107) + "\"", "\"parentHash\":\"" + word("bad") + "\""));
        assertThrows(ChainUnavailable.class, () -> reader.read(chain.tail(100, 105), WATCH));
    }

    @Test
    void a_chain_that_changes_while_it_is_read_is_read_again() {
        node.answers(call -> {
            if (call.path("method").asString("").equals("eth_getLogs")) {
                chain.reorgs(109);
            }
            return chain.answer(call);
        });
        assertThrows(ChainUnavailable.class, () -> reader.read(chain.tail(100, 105), WATCH));
        node.answers(chain::answer);
        assertEquals(110, reader.read(chain.tail(100, 105), WATCH).last().height());
    }

    @Test
    void a_receipt_of_another_block_makes_the_whole_reading_void() {
        chain.pays(107, SHOP, "0x11c37937e08000", 1);
        node.answers(call -> call.path("method").asString("").equals("eth_getTransactionReceipt")
                ? "{\"blockHash\":\"" + chain.hash(108) + "\",\"status\":\"0x1\"}"
                : chain.answer(call));
        assertThrows(ChainUnavailable.class, () -> reader.read(chain.tail(100, 105), WATCH));
    }

    @Test
    void a_log_that_the_node_calls_removed_makes_the_whole_reading_void() {
        tokenLog(TRANSFER, SHOPPER, SHOP, word("17d7840"));
        node.distorts(text -> text.replace("\"removed\":false", "\"removed\":true"));
        assertThrows(ChainUnavailable.class, () -> reader.read(chain.tail(100, 105), WATCH));
    }

    @Test
    void time_goes_no_further_than_the_newest_block() {
        assertEquals(
                ScriptedChain.time(110),
                reader.read(chain.tail(100, 110), WATCH).view().asOf());
    }

    @Test
    void a_long_way_is_read_in_parts_and_no_time_passes_before_the_end() {
        chain.grows(2_000);
        var aDayLater = InstantSource.fixed(NOW.plusSeconds(86_400));
        try (var late = new EvmChainReader(node.network("eip155:1"), aDayLater)) {
            var reading = late.read(chain.tail(100, 110), WATCH);
            assertEquals(910, reading.last().height());
            assertEquals(ScriptedChain.time(910), reading.view().asOf());
            assertTrue(!reading.isComplete());
        }
    }

    @Test
    void time_never_runs_ahead_of_our_own_clock_however_far_ahead_the_chains_is() {
        chain.grows(300);
        var reading = reader.read(chain.tail(100, 110), WATCH);
        assertEquals(NOW, reading.view().asOf());
    }

    @Test
    void a_node_of_another_chain_is_refused_with_both_names() {
        try (var stranger = new EvmChainReader(node.network("eip155:56"), InstantSource.fixed(NOW))) {
            var trouble = assertThrows(ChainUnavailable.class, () -> stranger.beginning(NOW));
            assertTrue(trouble.getMessage().contains("chain 1, not 56"), trouble.getMessage());
        }
    }

    @Test
    void decimals_are_the_chains_word() {
        assertEquals(18, reader.decimals(ETH));
        assertEquals(6, reader.decimals(USDT));
        node.answers(call -> call.path("method").asString("").equals("eth_call") ? "\"0x\"" : chain.answer(call));
        assertThrows(ChainUnavailable.class, () -> reader.decimals(USDT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "<html>502 Bad Gateway</html>",
                "[{\"id\":0,\"result\":null},{\"id\":1,\"result\":null}]",
                "[{\"id\":0,\"result\":\"0x1\"},{\"id\":0,\"result\":\"0x1\"}]",
                "[{\"id\":7,\"result\":\"0x1\"},{\"id\":8,\"result\":{}}]",
                "[{\"id\":0,\"result\":\"0x1\"},{\"id\":1,\"error\":{\"code\":-32005,\"message\":\"limit\"}}]",
                "{\"error\":{\"code\":-32600,\"message\":\"batch refused\"}}",
                "[{\"id\":0,\"result\":\"0x1\"},{\"id\":1,\"result\":{\"number\":\"0x-1\",\"hash\":\"0x1\"}}]",
                "[{\"id\":0,\"result\":\"0x1\"},{\"id\":1,\"result\":{\"number\":12}}]"
            })
    void an_answer_that_is_not_understood_is_no_evidence(String body) {
        node.distorts(any -> body);
        assertThrows(ChainUnavailable.class, () -> reader.beginning(NOW));
        assertThrows(ChainUnavailable.class, () -> reader.read(chain.tail(100, 105), WATCH));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 429, 500, 502, 503, 301})
    void an_http_error_is_no_evidence(int status) {
        node.answersStatus(status);
        var trouble = assertThrows(ChainUnavailable.class, () -> reader.beginning(NOW));
        assertTrue(trouble.getMessage().contains("HTTP " + status), trouble.getMessage());
    }

    @Test
    void deep_or_endless_answers_are_cut_off() {
        node.distorts(any -> "[".repeat(10_000));
        assertThrows(ChainUnavailable.class, () -> reader.beginning(NOW));
        node.distorts(any -> " ".repeat(33 * 1024 * 1024));
        assertThrows(ChainUnavailable.class, () -> reader.beginning(NOW));
    }

    @Test
    void a_node_that_is_gone_is_said_to_be_gone_without_telling_its_address() {
        node.close();
        var trouble = assertThrows(ChainUnavailable.class, () -> reader.beginning(NOW));
        assertEquals("the node cannot be reached: ConnectException", trouble.getMessage());
    }

    private void tokenLog(String topic, String from, String to, String data) {
        chain.logs(107, fields(USDT_CONTRACT, topics(topic, from, to), data));
    }

    private static String topics(String topic, String from, String to) {
        return "\"" + topic + "\",\"" + Quantity.wordOf(from) + "\",\"" + Quantity.wordOf(to) + "\"";
    }

    private static String fields(String contract, String topics, String data) {
        return "\"address\":\"" + contract.toLowerCase(Locale.ROOT) + "\",\"topics\":[" + topics + "],\"data\":\""
                + data + "\",\"transactionHash\":\"" + word("abc") + "\",\"logIndex\":\"0x3\",\"removed\":false";
    }
}
