package imtokenpay.adapter.evm.hostile;

import static imtokenpay.adapter.evm.hostile.HostileChain.SHOPPER;
import static imtokenpay.adapter.evm.hostile.HostileChain.USDT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.evm.EvmChainReader;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.payment.Refusal;
import imtokenpay.store.JdbcSeam;
import imtokenpay.store.StoreDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A node fails in every way we know, each in many variants, while a payment is under way. Nothing that is kept
/// changes,
/// the reader says in plain words what is wrong, and when the node is well again the payment is found.
class NodeFaultTest {
    private static final int VARIANTS = Integer.getInteger("hostile.variants", 50);
    // An answer of 32 MiB each time.
    private static final int LONG_VARIANTS = Integer.getInteger("hostile.variants", 3);
    private static final StoreDatabase DATABASE = StoreDatabase.at(StoreDatabase.h2InMemory(), JdbcSeam.open());
    private static final long MEGABYTE = 1_048_576;

    private final AtomicReference<Instant> now = new AtomicReference<>(HostileChain.time(Desk.HEAD));
    private final HostileChain chain = new HostileChain(Desk.HEAD);
    private final HostileNode node = new HostileNode(chain);
    private final EvmChainReader reader = new EvmChainReader(node.network(), now::get);
    private final WatchingShop shop = new WatchingShop(DATABASE, now::get);

    @BeforeEach
    void opens() {
        shop.accepts(Desk.USDT);
        shop.accepts(Desk.ETH);
        assertTrue(shop.looks(reader));
    }

    @AfterEach
    void closes() {
        reader.close();
        node.close();
    }

    @AfterAll
    static void closesForGood() {
        DATABASE.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_fault_changes_nothing(Faults fault) throws Refusal {
        var payment = shop.asks(Desk.USDT);
        chain.transfers(
                Desk.HEAD + 1,
                USDT,
                SHOPPER,
                HostileChain.SHOP,
                payment.terms().due().units());
        chain.isAt(Desk.HEAD + 2);
        var before = shop.kept();
        var heap = heap();
        var isLong = fault == Faults.TALKS_WITHOUT_END || fault == Faults.SENDS_A_BOMB;
        for (var seed = 0; seed < (isLong ? LONG_VARIANTS : VARIANTS); seed++) {
            node.fails(fault.variant(seed));
            var name = fault + " " + seed;
            assertFalse(shop.looks(reader), name);
            assertPlain(name, assertThrows(ChainUnavailable.class, () -> reader.decimals(Desk.ETH), name));
            assertEquals(before, shop.kept(), name);
            later();
        }
        assertTrue(heap() - heap < 50 * MEGABYTE, "the heap has grown");
        node.recovers();
        later();
        assertTrue(shop.looks(reader));
        assertEquals("SETTLED", shop.status(payment));
    }

    // All at once, since each takes as long as the reader's patience.
    @Test
    void a_node_that_answers_by_drops_is_given_up() throws Exception {
        shop.asks(Desk.USDT);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = System.nanoTime();
            node.fails(Faults.slowly(0));
            var calls = IntStream.range(0, VARIANTS)
                    .<Callable<Void>>mapToObj(seed -> () -> {
                        try (var slow = new HostileNode(chain);
                                var patient = new EvmChainReader(slow.network(), now::get)) {
                            slow.fails(Faults.slowly(seed));
                            assertPlain(
                                    "slow " + seed,
                                    assertThrows(ChainUnavailable.class, () -> patient.decimals(Desk.ETH)));
                            return null;
                        }
                    })
                    .toList();
            var before = shop.kept();
            var looks = threads.submit(() -> shop.looks(reader));
            for (var call : threads.invokeAll(calls)) {
                call.get();
            }
            assertFalse(looks.get());
            assertEquals(before, shop.kept());
            var seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
            assertTrue(seconds < 60, seconds + " s");
        }
    }

    // What stands in the log: in words, in one line, and without the address, which may hold a key.
    private static void assertPlain(String name, ChainUnavailable trouble) {
        var text = String.valueOf(trouble.getMessage());
        assertTrue(text.startsWith("the node") || text.startsWith("a block"), name + ": " + text);
        assertTrue(text.length() < 400 && text.chars().noneMatch(Character::isISOControl), name + ": " + text);
        assertFalse(text.contains("secret-key") || text.contains("127.0.0.1"), name + ": " + text);
    }

    private void later() {
        now.set(now.get().plus(Duration.ofMinutes(3)));
    }

    private static long heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
