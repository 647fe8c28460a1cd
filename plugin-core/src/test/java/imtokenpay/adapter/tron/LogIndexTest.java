package imtokenpay.adapter.tron;

import static imtokenpay.adapter.tron.TronChain.MAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A node that says of a block that nothing happened, although it knows better.
class LogIndexTest extends TronScene {
    private static final String USDT = "0xa614f803b6fd780986a42c78ec9c7f77e6ded13c";
    private static final Watch WATCH = new Watch(
            Set.of(new Asset(MAIN + "/trc20:" + TronAddress.ofWire(USDT), "USDT", 6)),
            Set.of(TronAddress.ofWire(TronChain.SHOP)));
    private static final TronChain.Paid PAID = new TronChain.Paid(USDT, TronChain.SHOPPER, TronChain.SHOP, 1);

    private final AtomicReference<Instant> now = new AtomicReference<>(TronChain.time(1_000_000));

    @BeforeEach
    void replaces_the_clock() {
        reader.close();
        reader = node.reader(MAIN, "secret", now::get);
        for (var height = 1; height <= chain.head; height++) {
            chain.pays(height, PAID);
        }
    }

    @Test
    void a_node_without_an_index_is_not_believed_that_nothing_happened() {
        chain.indexedFrom = 1_000;
        var trouble = assertThrows(ChainUnavailable.class, () -> read(105));
        assertEquals(Reason.INCONSISTENT, trouble.reason());
        assertTrue(trouble.getMessage().contains("block 106"), trouble.getMessage());
        assertTrue(trouble.getMessage().contains("node.jsonrpc.httpFullNodeEnable"), trouble.getMessage());
        chain.indexedFrom = 0;
        assertEquals(5, read(105));
    }

    @Test
    void where_many_blocks_are_read_the_oldest_must_be_found() {
        assertEquals(5, read(105));
        chain.indexedFrom = 100;
        assertThrows(ChainUnavailable.class, () -> read(60));
        assertEquals(10, read(100));
    }

    @Test
    void near_the_head_it_is_looked_at_every_two_minutes() {
        read(105);
        read(106);
        assertEquals(1, chain.calls.get("unfiltered"));
        now.set(now.get().plus(Duration.ofMinutes(2)));
        read(107);
        assertEquals(2, chain.calls.get("unfiltered"));
    }

    @Test
    void a_block_in_which_nothing_happened_proves_nothing() {
        chain.grows(2);
        read(110);
        read(110);
        assertEquals(2, chain.calls.get("unfiltered"));
        read(105);
        read(105);
        assertEquals(3, chain.calls.get("unfiltered"));
    }

    @Test
    void a_node_that_does_not_answer_that_is_not_believed_either() {
        node.answers(call -> call.path("method").asString("").equals("eth_getLogs")
                        && call.path("params").path(0).path("address").isMissingNode()
                ? TronChain.error(-32005, "query returned more than 10000 results")
                : chain.answer(call));
        assertThrows(ChainUnavailable.class, () -> read(105));
    }

    private int read(long after) {
        return reader.read(chain.tail(after, after), WATCH).transfers().size();
    }
}
