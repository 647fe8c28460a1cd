package imtokenpay.adapter.evm.hostile;

import static imtokenpay.adapter.evm.hostile.HostileChain.SHOP;
import static imtokenpay.adapter.evm.hostile.HostileChain.SHOPPER;
import static imtokenpay.adapter.evm.hostile.HostileChain.USDT;
import static imtokenpay.adapter.evm.hostile.HostileChain.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Valid answers, changed in places that a seed chooses. Whatever comes of it: no exception but `ChainUnavailable`, no
/// transfer that the changed answer does not state, none lost that it states plainly.
///
/// `-Dfuzz.http=1000000` for the long run, `-Dfuzz.seed=N` to begin elsewhere.
class AnswerFuzzTest {
    private static final int EXECUTIONS = Integer.getInteger("fuzz.http", 1_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_125L);
    private static final int DESKS = 2;

    @Test
    void no_changed_answer_invents_or_hides_money() {
        var begun = System.nanoTime();
        var accepted = IntStream.range(0, DESKS)
                .parallel()
                .map(AnswerFuzzTest::accepted)
                .sum();
        System.out.printf(
                "answer fuzz: seed=%d executions=%d accepted=%d in %d ms%n",
                SEED, EXECUTIONS, accepted, (System.nanoTime() - begun) / 1_000_000);
        assertTrue(accepted > EXECUTIONS / 20 && accepted < EXECUTIONS, accepted + " were accepted");
    }

    private static int accepted(int number) {
        try (var desk = new Desk()) {
            busy(desk.chain);
            assertEquals(7, desk.credited().size());
            var accepted = 0;
            for (var i = number; i < EXECUTIONS; i += DESKS) {
                accepted += desk.judged(SEED + i) ? 1 : 0;
            }
            return accepted;
        }
    }

    // Every kind of thing that the reader looks at.
    private static void busy(HostileChain chain) {
        var wei = BigInteger.TEN.pow(16);
        chain.pays(108, SHOPPER, SHOP, wei, 1);
        chain.pays(108, SHOPPER, SHOP, wei, 0);
        chain.pays(109, SHOPPER, "", BigInteger.ZERO, 1);
        chain.pays(109, SHOP, SHOPPER, wei, 1);
        chain.pays(110, SHOPPER, SHOP, wei.add(BigInteger.ONE), 1);
        for (var k = 1; k <= 3; k++) {
            chain.transfers(108, USDT, SHOPPER, SHOP, BigInteger.valueOf(25_000_000 + k));
        }
        chain.transfers(109, USDT, SHOPPER, SHOP, BigInteger.ZERO);
        chain.transfers(109, USDT, SHOPPER, SHOPPER, BigInteger.TEN);
        chain.transfers(109, SHOPPER, SHOPPER, SHOP, BigInteger.TEN);
        chain.transfers(110, USDT, SHOPPER, SHOP, BigInteger.TWO.pow(255));
        chain.transfers(110, USDT, "0x" + "0".repeat(40), SHOP, BigInteger.ONE);
        assertEquals(66, word("1").length());
    }
}
