package imtokenpay.adapter.evm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.adapter.evm.watch.Quantity;
import imtokenpay.chain.Address;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nodes that tell a block's time with its logs: no header is asked for where that is enough, and none is spared where
/// it is not.
class LogTimesTest {
    private static final Asset USDT = new Asset("eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7", "USDT", 6);
    private static final Watch WATCH = new Watch(Set.of(USDT), Set.of(new Address(ScriptedChain.SHOP)));
    private static final long PAID = 300;

    private final MoneyChain chain = new MoneyChain(2_110);
    private ScriptedNode node;
    private EvmChainReader reader;

    @BeforeEach
    void starts() throws IOException {
        node = new ScriptedNode(chain::answer);
        reader = new EvmChainReader(node.network("eip155:1"), InstantSource.fixed(MoneyChain.time(1_000_000)));
        chain.paysTokens(PAID, 2);
    }

    @AfterEach
    void stops() {
        reader.close();
        node.close();
    }

    @Test
    void a_block_whose_time_comes_with_the_log_is_not_asked_for() {
        var untimed = read();
        chain.calls.clear();
        read();
        var headers = chain.calls("eth_getBlockByNumber");
        chain.calls.clear();
        chain.tellsLogTimes((height, index) -> time(height));
        assertEquals(untimed, read());
        assertEquals(headers - 1, chain.calls("eth_getBlockByNumber"), "all but the header of the block that paid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x0", "0x", "", "now", "0xffffffff", "1763892000", "0xffffffffffffffff"})
    void a_time_that_cannot_be_is_not_believed(String time) {
        var expected = read();
        chain.tellsLogTimes((height, index) -> time);
        assertEquals(expected, read());
    }

    @Test
    void a_time_beyond_the_blocks_around_it_is_not_believed() {
        var expected = read();
        chain.tellsLogTimes((height, index) -> time(2_111));
        assertEquals(expected, read());
        chain.tellsLogTimes((height, index) -> time(109));
        assertEquals(expected, read());
    }

    @Test
    void two_times_of_one_block_are_a_contradiction() {
        chain.tellsLogTimes((height, index) -> time(height + index));
        assertThrows(ChainUnavailable.class, this::read);
    }

    @Test
    void two_hashes_of_one_block_are_a_contradiction() {
        chain.tellsLogTimes((height, index) -> time(height));
        node.distorts(text -> text.replaceFirst(
                "\"blockHash\":\"" + MoneyChain.hash(PAID), "\"blockHash\":\"" + MoneyChain.hash(PAID + 1)));
        assertThrows(ChainUnavailable.class, this::read);
    }

    @Test
    void a_block_of_which_one_log_has_no_time_is_asked_for() {
        var expected = read();
        chain.tellsLogTimes((height, index) -> index == 0 ? time(height) : "0x0");
        assertEquals(expected, read());
    }

    @Test
    void of_a_look_that_begins_far_behind_and_ends_at_the_head_only_the_blocks_near_it_are_asked_for() {
        chain.paysTokens(1_810, 1);
        var tail = chain.tail(1_800);
        var untimed = reader.read(tail, WATCH).transfers();
        chain.calls.clear();
        reader.read(tail, WATCH);
        var headers = chain.calls("eth_getBlockByNumber");
        chain.calls.clear();
        chain.tellsLogTimes((height, index) -> time(height));
        assertEquals(untimed, reader.read(tail, WATCH).transfers());
        assertEquals(headers - 1, chain.calls("eth_getBlockByNumber"));
    }

    @Test
    void near_the_head_every_block_that_pays_is_held() {
        chain.paysTokens(2_000, 1);
        chain.tellsLogTimes((height, index) -> time(height));
        var reading = reader.read(chain.tail(1_990), WATCH);
        assertEquals(List.of(2_000L), heights(reading));
        assertEquals(
                List.of(chain.ref(2_000)),
                reading.blocks().stream()
                        .filter(block -> block.height() == 2_000)
                        .toList());
    }

    private List<Transfer> read() {
        return reader.transfersIn(111, 1_000, WATCH);
    }

    private static List<Long> heights(Reading reading) {
        return reading.transfers().stream()
                .map(transfer -> ((Inclusion.Included) transfer.sighting().inclusion()).height())
                .toList();
    }

    private static String time(long height) {
        return Quantity.hex(MoneyChain.time(height).getEpochSecond());
    }
}
