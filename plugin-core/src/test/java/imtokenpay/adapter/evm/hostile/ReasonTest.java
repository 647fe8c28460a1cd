package imtokenpay.adapter.evm.hostile;

import static imtokenpay.adapter.evm.hostile.HostileChain.SHOP;
import static imtokenpay.adapter.evm.hostile.HostileChain.SHOPPER;
import static imtokenpay.adapter.evm.hostile.HostileChain.USDT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.evm.EvmChainReader;
import imtokenpay.adapter.quorum.Provider;
import imtokenpay.adapter.quorum.Quorum;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.payment.Refusal;
import imtokenpay.store.JdbcSeam;
import imtokenpay.store.StoreDatabase;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever a provider does wrong is counted under its reason and changes nothing that is kept, and another provider is
/// asked. Over real HTTP, by the production steps.
class ReasonTest {
    private static final InstantSource CLOCK = InstantSource.fixed(HostileChain.time(Desk.HEAD));
    private static final StoreDatabase DATABASE = StoreDatabase.at(StoreDatabase.h2InMemory(), JdbcSeam.open());

    private final HostileChain chain = new HostileChain(Desk.HEAD);
    private final HostileChain badChain = new HostileChain(Desk.HEAD);
    private final HostileNode node = new HostileNode(chain);
    private final HostileNode bad = new HostileNode(badChain);
    private final EvmChainReader reader = new EvmChainReader(node.network(), CLOCK);
    private final EvmChainReader badReader = new EvmChainReader(bad.network(), CLOCK);
    private final WatchingShop shop = new WatchingShop(DATABASE, CLOCK);

    /// What a provider does wrong, and what it is counted as.
    enum Trouble {
        HANGS_UP(Reason.UNREACHABLE, (node, chain) -> node.fails(Faults.IS_DOWN.variant(1))),
        IS_BROKEN(Reason.UNREACHABLE, "500 Internal Server Error"),
        IS_FORBIDDEN(Reason.UNREACHABLE, "403 Forbidden"),
        IS_ASKED_TOO_OFTEN(Reason.LIMIT, "429 Too Many Requests"),
        IS_ASKED_FOR_TOO_LONG_AN_ANSWER(Reason.LIMIT, "413 Content Too Large"),
        NAMES_ITS_LIMIT(Reason.LIMIT, whole -> "{\"error\":{\"code\":-32005,\"message\":\"limit exceeded\"}}"),
        NAMES_ITS_RATE(Reason.LIMIT, whole -> "{\"error\":{\"code\":-32029,\"message\":\"too many requests\"}}"),
        TALKS_WITHOUT_END(Reason.LIMIT, (node, chain) -> node.fails(Faults.TALKS_WITHOUT_END.variant(1))),
        SPEAKS_NO_JSON(Reason.NOT_UNDERSTOOD, whole -> "<html>Welcome</html>"),
        KNOWS_NO_SUCH_METHOD(Reason.NOT_UNDERSTOOD, whole -> "{\"error\":{\"code\":-32601,\"message\":\"what?\"}}"),
        LEAVES_OUT_ANSWERS(Reason.NOT_UNDERSTOOD, whole -> "[]"),
        TELLS_NO_HASHES(Reason.NOT_UNDERSTOOD, whole -> whole.replace("\"hash\"", "\"hush\"")),
        LAGS(Reason.BEHIND, (node, chain) -> chain.isAt(Desk.HEAD - 10)),
        HAS_NO_BLOCKS(
                Reason.BEHIND,
                whole -> whole.replaceAll("\"result\":\\{\"number\".*?\"uncles\":.*?]}", "\"result\":null")),
        IS_FOR_ANOTHER_CHAIN(Reason.WRONG_CHAIN, whole -> whole.replace("\"result\":\"0x1\"", "\"result\":\"0x5\"")),
        IS_ON_ANOTHER_BRANCH_FOR_LONG(Reason.WRONG_CHAIN, (node, chain) -> chain.turnsInto("f")),
        SHOWS_LOGS_OF_ANOTHER_BLOCK(
                Reason.INCONSISTENT, whole -> whole.replace("\"blockHash\":\"0x00", "\"blockHash\":\"0x11")),
        SHOWS_REMOVED_LOGS(Reason.INCONSISTENT, whole -> whole.replace("\"removed\":false", "\"removed\":true")),
        BREAKS_THE_CHAIN(
                Reason.INCONSISTENT, whole -> whole.replaceAll("\"parentHash\":\"0x00", "\"parentHash\":\"0x11"));

        private final Reason reason;
        private final BiConsumer<HostileNode, HostileChain> happens;

        Trouble(Reason reason, BiConsumer<HostileNode, HostileChain> happens) {
            this.reason = reason;
            this.happens = happens;
        }

        Trouble(Reason reason, String status) {
            this(
                    reason,
                    (node, chain) ->
                            node.fails((connection, honest) -> HostileNode.sends(connection, status, new byte[0])));
        }

        Trouble(Reason reason, UnaryOperator<String> change) {
            this(reason, (node, chain) -> node.distorts(change));
        }
    }

    @BeforeEach
    void opens() {
        shop.accepts(Desk.USDT);
        assertTrue(shop.looks(reader));
    }

    @AfterEach
    void closes() {
        List.of(reader, badReader).forEach(EvmChainReader::close);
        List.of(node, bad).forEach(HostileNode::close);
    }

    @AfterAll
    static void closesForGood() {
        DATABASE.close();
    }

    @ParameterizedTest
    @EnumSource
    void trouble_is_counted_by_its_reason_changes_nothing_and_another_provider_is_asked(Trouble trouble)
            throws Refusal {
        var payment = shop.asks(Desk.USDT);
        assertTrue(shop.looks(reader));
        var due = payment.terms().due().units();
        for (var each : List.of(chain, badChain)) {
            each.transfers(Desk.HEAD + 1, USDT, SHOPPER, SHOP, due);
            each.isAt(Desk.HEAD + 2);
        }
        trouble.happens.accept(bad, badChain);
        var before = shop.kept();

        var alone = quorum(new Provider("bad.example", badReader));
        assertFalse(shop.looks(alone));
        assertEquals(Map.of(trouble.reason, 1L), alone.health().getFirst().failures());
        assertEquals(before, shop.kept());

        var both = quorum(new Provider("bad.example", badReader), new Provider("good.example", reader));
        assertTrue(shop.looks(both));
        assertEquals(Map.of(), both.health().getLast().failures());
        assertEquals(Map.of(trouble.reason, 1L), both.health().getFirst().failures());
        assertEquals("SETTLED", shop.status(payment));
    }

    @Test
    void every_reason_is_tried() {
        assertEquals(
                EnumSet.allOf(Reason.class),
                Arrays.stream(Trouble.values()).map(trouble -> trouble.reason).collect(Collectors.toSet()));
    }

    private static Quorum quorum(Provider... providers) {
        return new Quorum(List.of(providers), 1, CLOCK, Thread::startVirtualThread);
    }
}
