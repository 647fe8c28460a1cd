package imtokenpay.adapter.evm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.evm.pace.Range;
import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class LandmarksTest {
    private static final Asset USDT = new Asset("eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7", "USDT", 6);
    private static final Watch WATCH = new Watch(Set.of(USDT), Set.of(new Address(ScriptedChain.SHOP)));
    private static final int LANDMARKS = 13;
    private static final Instant NOW = Instant.parse("2033-01-01T00:00:00Z");

    private final ScriptedChain chain = new ScriptedChain(110);
    private final AtomicInteger headers = new AtomicInteger();
    private final AtomicInteger logs = new AtomicInteger();
    private Runnable afterLandmarks = () -> {};
    private ScriptedNode node;
    private EvmChainReader reader;

    @BeforeEach
    void starts() throws IOException {
        node = new ScriptedNode(this::answer);
        reader = new EvmChainReader(node.network("eip155:1"), InstantSource.fixed(NOW));
    }

    @AfterEach
    void stops() {
        reader.close();
        node.close();
    }

    @Test
    void the_newest_blocks_are_remembered_and_older_ones_ever_fewer() {
        assertEquals(
                List.of(993L, 992L, 991L, 990L, 989L, 988L, 987L, 986L, 977L, 961L, 929L, 865L, 738L),
                Landmarks.of(new Range(1, 993)));
        assertEquals(List.of(3L, 2L), Landmarks.of(new Range(2, 3)));
    }

    @Test
    void a_reorg_makes_at_most_twice_its_blocks_be_read_again() {
        var range = new Range(1, 10_000);
        for (var depth = 1; depth < Landmarks.DEPTH; depth++) {
            var lost = range.to() - depth;
            var fork = Landmarks.of(range).stream()
                    .filter(height -> height <= lost)
                    .findFirst();
            assertTrue(range.to() - fork.orElseThrow() <= 2L * depth, "a reorg of " + depth);
        }
    }

    @Test
    void an_hour_of_blocks_takes_one_question_for_logs_and_a_dozen_headers() {
        chain.grows(300);
        var reading = read(chain.tail(110, 110));
        assertEquals(410, reading.last().height());
        assertTrue(reading.isComplete());
        assertEquals(1, logs.get());
        assertTrue(headers.get() <= 18, headers + " headers");
        assertEquals(
                Landmarks.of(new Range(111, 410)).reversed(),
                reading.blocks().stream().map(BlockRef::height).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 20, 100, 250})
    void a_reorg_into_what_was_read_at_once_is_found_and_read_again(int depth) {
        chain.grows(300);
        var first = read(chain.tail(110, 110));
        chain.reorgs(410 - depth + 1);
        chain.grows(1);
        var second = read(new ChainTail(first.blocks()));
        assertTrue(
                second.fork().height() <= 410 - depth,
                "fork at " + second.fork().height());
        assertTrue(second.fork().height() >= 410 - 2 * depth);
        assertEquals(411, second.last().height());
        assertEquals(chain.tail(411, 411).last(), second.last());
    }

    @Test
    void a_chain_that_changes_after_its_landmarks_were_read_is_not_recorded() {
        chain.grows(300);
        for (var from : List.of(410L, 400L, 200L)) {
            headers.set(0);
            afterLandmarks = () -> chain.reorgs(from);
            assertThrows(ChainUnavailable.class, () -> read(chain.tail(110, 110)), "a reorg from " + from);
        }
    }

    @Test
    void far_behind_only_the_end_is_remembered() {
        chain.grows(2_000);
        var reading = read(chain.tail(110, 110));
        assertFalse(reading.isComplete());
        assertEquals(1, reading.blocks().size());
    }

    private Reading read(ChainTail tail) {
        return reader.read(tail, WATCH);
    }

    private String answer(JsonNode call) {
        var answer = chain.answer(call);
        switch (call.path("method").asString("")) {
            case "eth_getLogs" -> logs.incrementAndGet();
            case "eth_getBlockByNumber" -> {
                if (headers.incrementAndGet() == 1 + LANDMARKS) {
                    afterLandmarks.run();
                }
            }
            default -> {}
        }
        return answer;
    }
}
