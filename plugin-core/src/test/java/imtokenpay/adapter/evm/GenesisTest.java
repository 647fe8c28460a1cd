package imtokenpay.adapter.evm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.evm.known.Publicly;
import imtokenpay.chain.family.NodeAccess;
import imtokenpay.chain.family.NodeReader;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.money.ChainId;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Anybody may run a chain of any number; how it begins tells which one it is.
class GenesisTest {
    private static final ChainId MAIN = new ChainId("eip155:1");
    private static final String GENESIS =
            Publicly.of(MAIN).orElseThrow().genesis().orElseThrow();

    private final MoneyChain chain = new MoneyChain(110);
    private final AtomicReference<String> zero = new AtomicReference<>("");
    private final AtomicInteger asked = new AtomicInteger();
    private ScriptedNode node;

    @BeforeEach
    void starts() throws IOException {
        node = new ScriptedNode(this::answer);
    }

    @AfterEach
    void stops() {
        node.close();
    }

    @Test
    void a_chain_of_that_number_that_begins_otherwise_is_refused_with_both_hashes() {
        shows("0x" + "0".repeat(63) + "1");
        var trouble = assertThrows(ChainUnavailable.class, this::newest);
        assertEquals(Reason.WRONG_CHAIN, trouble.reason());
        assertTrue(trouble.getMessage().contains(GENESIS), trouble.getMessage());
        assertTrue(trouble.getMessage().contains("0".repeat(63) + "1"), trouble.getMessage());
        assertTrue(trouble.getMessage().contains("rpc-url"), trouble.getMessage());
    }

    @Test
    void the_beginning_is_asked_for_once() {
        shows(GENESIS);
        try (var reader = reader()) {
            for (var i = 0; i < 3; i++) {
                assertEquals(110, reader.newest().height());
            }
        }
        assertEquals(1, asked.get());
    }

    @Test
    void a_node_that_has_thrown_block_0_away_is_believed_by_its_number() {
        zero.set("null");
        try (var reader = reader()) {
            assertEquals(110, reader.newest().height());
            assertEquals(110, reader.newest().height());
        }
        assertEquals(1, asked.get());
    }

    @Test
    void a_wrong_chain_stays_wrong_however_often_it_is_asked() {
        shows("0x" + "0".repeat(63) + "1");
        try (var reader = reader()) {
            assertThrows(ChainUnavailable.class, reader::newest);
            assertThrows(ChainUnavailable.class, reader::newest);
        }
    }

    @Test
    void a_chain_that_nobody_knows_may_begin_as_it_likes() throws IOException {
        var own = new MoneyChain(110);
        try (var other = new ScriptedNode(call ->
                        call.path("method").asString("").equals("eth_chainId") ? "\"0x7a69\"" : own.answer(call));
                var reader = new EvmFamily()
                        .reader(
                                new NodeAccess(new ChainId("eip155:31337"), other.address(), Optional.empty()),
                                InstantSource.fixed(MoneyChain.time(9_999)))) {
            assertEquals(110, reader.newest().height());
        }
    }

    private void newest() {
        try (var reader = reader()) {
            reader.newest();
        }
    }

    private NodeReader reader() {
        return new EvmFamily()
                .reader(
                        new NodeAccess(MAIN, node.address(), Optional.empty()),
                        InstantSource.fixed(MoneyChain.time(9_999)));
    }

    private void shows(String hash) {
        zero.set("{\"number\":\"0x0\",\"hash\":\"" + hash + "\",\"parentHash\":\"0x" + "0".repeat(64)
                + "\",\"timestamp\":\"0x0\"}");
    }

    private String answer(JsonNode call) {
        var isZero = call.path("method").asString("").equals("eth_getBlockByNumber")
                && call.path("params").path(0).asString("").equals("0x0");
        if (isZero) {
            asked.incrementAndGet();
        }
        return isZero ? zero.get() : chain.answer(call);
    }
}
