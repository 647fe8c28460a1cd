package imtokenpay.adapter.evm.hostile;

import static imtokenpay.adapter.evm.hostile.HostileChain.SHOP;
import static imtokenpay.adapter.evm.hostile.HostileChain.SHOPPER;
import static imtokenpay.adapter.evm.hostile.HostileChain.USDT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// A history that somebody has poisoned: transfers of nothing from addresses that look like a customer's, and worthless
/// tokens, all to the shop.
class SpamTest {
    private static final int SPAM = Integer.getInteger("hostile.spam", 100_000);
    private static final int BLOCKS = 2_000;
    private static final long FIRST = 1_000;
    private static final int SECONDS_MAX = 60;
    private static final long MEGABYTE = 1_048_576;
    private static final long GROWTH_MAX = 50 * MEGABYTE;

    @Test
    void a_real_payment_among_a_hundred_thousand_fakes_is_found_in_time() {
        try (var desk = new Desk()) {
            desk.chain.isAt(FIRST + BLOCKS);
            poison(desk.chain);
            var paid = desk.chain.transfers(FIRST + BLOCKS / 2, USDT, SHOPPER, SHOP, BigInteger.valueOf(25_000_000));
            poison(desk.chain);
            var before = heap();
            var begun = System.nanoTime();
            var credited = desk.credited(desk.chain.tail(FIRST, FIRST));
            var seconds = (System.nanoTime() - begun) / 1e9;
            // Else its last answers, 15 MB for each connection, would count as what the reader keeps.
            desk.node.close();
            var growth = heap() - before;
            System.out.printf(
                    Locale.ROOT,
                    "spam: 1 payment among %d fakes in %d blocks found in %.1f s, heap grew by %d kB%n",
                    SPAM,
                    BLOCKS,
                    seconds,
                    growth / 1_024);
            assertEquals(
                    List.of(paid),
                    credited.stream().map(one -> one.id().txHash()).toList());
            assertTrue(seconds < SECONDS_MAX, seconds + " s");
            assertTrue(growth < GROWTH_MAX, growth + " bytes");
        }
    }

    // Half of the fakes, spread over all blocks; most are zero transfers of the real token, which anybody can make.
    private static void poison(HostileChain chain) {
        var random = new SplittableRandom(SPAM);
        for (var i = 0; i < SPAM / 2; i++) {
            var height = FIRST + 1 + random.nextInt(BLOCKS);
            var lookAlike = SHOPPER.substring(0, 36) + "%06x".formatted(random.nextInt(1 << 24));
            if (random.nextInt(10) < 8) {
                chain.transfers(height, USDT, lookAlike, SHOP, BigInteger.ZERO);
            } else {
                chain.transfers(height, lookAlike, SHOPPER, SHOP, BigInteger.valueOf(25_000_000));
            }
        }
    }

    private static long heap() {
        var runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
