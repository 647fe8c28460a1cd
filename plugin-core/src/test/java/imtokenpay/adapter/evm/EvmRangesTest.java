package imtokenpay.adapter.evm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.evm.watch.Quantity;
import imtokenpay.chain.Address;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How few calls a chain is read with, and that none of it is lost by that.
class EvmRangesTest {
    private static final Asset USDT = new Asset("eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7", "USDT", 6);
    private static final Watch WATCH = new Watch(Set.of(USDT), Set.of(new Address(ScriptedChain.SHOP)));

    private final MoneyChain chain = new MoneyChain(110);
    private ScriptedNode node;
    private EvmChainReader reader;

    @BeforeEach
    void starts() throws IOException {
        node = new ScriptedNode(chain::answer);
        reader = new EvmChainReader(node.network("eip155:1"), InstantSource.fixed(MoneyChain.time(1_000_000)));
    }

    @AfterEach
    void stops() {
        reader.close();
        node.close();
    }

    @Test
    void a_look_that_finds_nothing_new_is_one_call() {
        reader.read(chain.tail(110), WATCH);
        chain.calls.clear();
        assertTrue(reader.read(chain.tail(110), WATCH).isComplete());
        assertEquals("{eth_getBlockByNumber=1}", chain.calls.toString());
    }

    @Test
    void a_node_proves_its_chain_at_first_after_a_failure_and_with_all_news() {
        reader.read(chain.tail(110), WATCH);
        assertEquals(1, chain.calls("eth_chainId"));
        node.answersStatus(500);
        assertThrows(ChainUnavailable.class, () -> reader.read(chain.tail(110), WATCH));
        node.answersStatus(200);
        chain.calls.clear();
        reader.read(chain.tail(110), WATCH);
        assertEquals(1, chain.calls("eth_chainId"));
        chain.calls.clear();
        reader.read(chain.tail(109), WATCH);
        assertEquals(1, chain.calls("eth_chainId"));
    }

    @Test
    void a_node_that_moves_to_another_chain_brings_no_news() {
        reader.read(chain.tail(110), WATCH);
        node.answers(call -> call.path("method").asString("").equals("eth_chainId") ? "\"0x38\"" : chain.answer(call));
        var trouble = assertThrows(ChainUnavailable.class, () -> reader.read(chain.tail(109), WATCH));
        assertTrue(trouble.getMessage().contains("chain 56"), trouble.getMessage());
    }

    @Test
    void a_hundred_thousand_receivers_take_no_more_calls_than_one() {
        reader.read(chain.tail(110), WATCH);
        chain.calls.clear();
        reader.read(chain.tail(109), WATCH);
        var withOne = chain.calls.toString();
        chain.calls.clear();
        var many = IntStream.range(0, 100_000)
                .mapToObj(i -> new Address("0x%040x".formatted(i + 1)))
                .collect(Collectors.toSet());
        many.add(new Address(ScriptedChain.SHOP));
        chain.paysTokens(110, 2);
        assertEquals(
                2,
                reader.read(chain.tail(109), new Watch(Set.of(USDT), many))
                        .transfers()
                        .size());
        assertEquals(withOne, chain.calls.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Log response size exceeded. You can make eth_getLogs requests with up to a 2K block range and no limit"
                        + " on the response size. Based on your parameters, this block range should work: [FROM, TO]",
                "query returned more than 10000 results. Try with this block range [FROM, TO].",
                "exceed maximum block range: 2000"
            })
    void a_node_with_limits_is_read_with_hardly_more_calls_than_the_least(String error) {
        chain.grows(40_000);
        var heights = List.of(111L, 611L, 2_111L, 20_000L, 39_853L, 39_854L, 39_855L, 40_110L);
        heights.forEach(height -> chain.paysTokens(height, 3));
        chain.limits(
                2_000,
                from -> error.replace("FROM", Quantity.hex(Long.parseLong(from)))
                        .replace("TO", Quantity.hex(Long.parseLong(from) + 1_999)));
        var found = catchUp(110);
        assertEquals(24, found.size());
        assertEquals(
                heights,
                found.stream().map(EvmRangesTest::height).distinct().sorted().toList());
        var least = 20;
        assertTrue(chain.calls("eth_getLogs") <= least * 13 / 10, chain.calls.toString());
        assertTrue(chain.calls("refused") <= 2, chain.calls.toString());
    }

    @Test
    void asking_too_often_is_not_asking_for_too_much() {
        chain.grows(5_000);
        chain.limits(0, from -> "daily request count exceeded, request rate limited");
        assertThrows(ChainUnavailable.class, () -> reader.read(chain.tail(110), WATCH));
        assertEquals(1, chain.calls("eth_getLogs"));
    }

    @Test
    void a_node_that_has_no_logs_yet_is_not_believed_to_have_none() {
        // The heads come from one node, the rest from one that lags: it does not know the block, and answers no logs.
        chain.paysTokens(110, 1);
        var lagging = new MoneyChain(109);
        node.answers(
                call -> (call.path("params").path(0).asString("").equals("latest") ? chain : lagging).answer(call));
        assertThrows(ChainUnavailable.class, () -> reader.read(chain.tail(105), WATCH));
    }

    @Test
    void a_log_far_behind_must_be_of_the_block_at_its_height() {
        chain.grows(2_000);
        chain.paysTokens(300, 1);
        node.distorts(text ->
                text.replace("\"blockHash\":\"" + MoneyChain.hash(300), "\"blockHash\":\"" + MoneyChain.hash(301)));
        assertThrows(ChainUnavailable.class, () -> reader.read(chain.tail(110), WATCH));
    }

    @Test
    void a_chain_that_leaves_far_behind_is_noticed_too() {
        chain.grows(2_000);
        var stranger = new ChainTail(List.of(
                chain.ref(108),
                new imtokenpay.chain.BlockRef(110, ScriptedChain.word("dead"), "0x", MoneyChain.time(110))));
        assertEquals(108, reader.read(stranger, WATCH).fork().height());
    }

    @Test
    void what_was_read_can_be_read_again() {
        chain.grows(3_000);
        Stream.of(500L, 501L, 1_499L).forEach(height -> chain.paysTokens(height, 1));
        assertEquals(2, reader.transfersIn(501, 1_500, WATCH).size());
        assertEquals(0, reader.transfersIn(0, 0, WATCH).size());
    }

    @Test
    void nothing_is_read_above_the_height_that_was_given() {
        chain.paysTokens(108, 1);
        var reading = reader.read(chain.tail(105), WATCH, 107);
        assertEquals(107, reading.last().height());
        assertEquals(List.of(), reading.transfers());
        assertFalse(reading.isComplete());
    }

    private List<Transfer> catchUp(long from) {
        var found = new ArrayList<Transfer>();
        Reading reading;
        var tail = chain.tail(from);
        do {
            reading = reader.read(tail, WATCH);
            found.addAll(reading.transfers());
            tail = new ChainTail(List.of(reading.last()));
        } while (!reading.isComplete());
        return found;
    }

    private static long height(Transfer transfer) {
        return switch (transfer.sighting().inclusion()) {
            case imtokenpay.chain.Inclusion.Included block -> block.height();
            case imtokenpay.chain.Inclusion.Gone() -> -1;
        };
    }
}
