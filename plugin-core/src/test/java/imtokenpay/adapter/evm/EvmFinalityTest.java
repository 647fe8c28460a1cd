package imtokenpay.adapter.evm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.chain.Address;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What a node says of which blocks are final.
class EvmFinalityTest {
    private static final Asset USDT = new Asset("eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7", "USDT", 6);
    private static final Watch WATCH = new Watch(Set.of(USDT), Set.of(new Address(ScriptedChain.SHOP)));
    private static final long BEGIN = 110;

    private final MoneyChain chain = new MoneyChain(BEGIN);
    private final AtomicReference<String> said = new AtomicReference<>("null");
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void goesOn() {
        chain.grows(20);
    }

    @Test
    void a_node_is_asked_which_blocks_are_final_only_if_somebody_waits_for_that() {
        says(100);
        assertEquals(ChainView.NONE, finalHeight(WATCH));
        assertEquals(0, asked.get());
        assertEquals(100, finalHeight(WATCH.asking(true)));
        assertEquals(1, asked.get());
    }

    @Test
    void a_block_above_what_was_read_is_not_yet_known_to_be_final() {
        says(130);
        assertEquals(125, look(WATCH.asking(true), 125).finalHeight());
    }

    @Test
    void a_node_that_does_not_know_which_blocks_are_final_is_read_all_the_same() {
        said.set("null");
        assertEquals(ChainView.NONE, finalHeight(WATCH.asking(true)));
        said.set("error");
        assertEquals(ChainView.NONE, finalHeight(WATCH.asking(true)));
    }

    private long finalHeight(Watch watch) {
        var view = look(watch, Long.MAX_VALUE);
        assertEquals(BEGIN + 20, view.head());
        return view.finalHeight();
    }

    private ChainView look(Watch watch, long heightMax) {
        try (var node = new ScriptedNode(this::answer);
                var reader = new EvmChainReader(node.network("eip155:1"), () -> MoneyChain.time(9_999))) {
            return reader.read(chain.tail(BEGIN), watch, heightMax).view();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void says(long height) {
        said.set(Long.toString(height));
    }

    private String answer(JsonNode call) {
        var isTag = call.path("params").path(0).asString("").equals("finalized");
        if (!isTag) {
            return chain.answer(call);
        }
        asked.incrementAndGet();
        return switch (said.get()) {
            case "null" -> "null";
            case "error" -> MoneyChain.error(-32602, "unknown block tag");
            default -> chain.block(said.get(), false);
        };
    }
}
