package imtokenpay.adapter.evm.hostile;

import static imtokenpay.adapter.evm.hostile.HostileChain.SHOP;
import static imtokenpay.adapter.evm.hostile.HostileChain.SHOPPER;
import static imtokenpay.adapter.evm.hostile.HostileChain.USDT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.chain.watch.ChainUnavailable;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A node whose newest block makes no sense. Nothing may be learnt from it, and nothing lost when it comes to its
/// senses.
class OddHeadTest {
    private static final int TIMES = 100;
    private static final List<String> NUMBERS = List.of(
            "\"0x-1\"",
            "\"-0x1\"",
            "-1",
            "\"0x\"",
            "null",
            "\"0xffffffffffffffff\"",
            "\"0x8000000000000000\"",
            "\"latest\"");

    private final Desk desk = new Desk();

    @BeforeEach
    void somebodyPays() {
        desk.chain.transfers(109, USDT, SHOPPER, SHOP, BigInteger.TEN);
    }

    @AfterEach
    void closes() {
        desk.close();
    }

    @Test
    void a_head_that_goes_backwards_says_nothing() {
        var random = new SplittableRandom(1);
        var known = desk.chain.tail(100, 108);
        for (var i = 0; i < TIMES; i++) {
            desk.chain.isAt(random.nextLong(108));
            assertThrows(ChainUnavailable.class, () -> desk.reader.read(known, Desk.WATCH));
        }
        desk.chain.isAt(Desk.HEAD);
        assertEquals(1, desk.credited(known).size());
    }

    @Test
    void a_head_that_jumps_a_million_blocks_without_having_them_says_nothing() {
        var random = new SplittableRandom(2);
        for (var i = 0; i < TIMES; i++) {
            var far = "\"number\":\"0x" + Long.toHexString(1_000_000 + random.nextInt(1_000_000)) + "\"";
            desk.node.distortsNewest(answer -> answer.replace("\"number\":\"0x6e\"", far));
            assertThrows(ChainUnavailable.class, () -> desk.reader.read(desk.chain.tail(100, 108), Desk.WATCH));
        }
        desk.node.recovers();
        assertEquals(1, desk.credited(desk.chain.tail(100, 108)).size());
    }

    @Test
    void a_head_that_is_no_block_says_nothing() {
        var random = new SplittableRandom(3);
        for (var i = 0; i < TIMES; i++) {
            var number = "\"number\":" + NUMBERS.get(random.nextInt(NUMBERS.size()));
            desk.node.distortsNewest(
                    i % 2 == 0
                            ? answer -> answer.replace("\"number\":\"0x6e\"", number)
                            : answer -> answer.replaceAll("\"result\":\\{\"number\":\"0x6e\".*?]}", "\"result\":null"));
            assertThrows(ChainUnavailable.class, () -> desk.reader.read(desk.chain.tail(100, 108), Desk.WATCH));
        }
        desk.node.recovers();
        assertEquals(1, desk.credited(desk.chain.tail(100, 108)).size());
    }

    @Test
    void a_head_that_was_really_a_million_blocks_further_is_read_in_bounded_steps() {
        desk.chain.isAt(1_000_000);
        var reading = desk.reader.read(desk.chain.tail(100, 108), Desk.WATCH);
        assertEquals(1, reading.transfers().size());
        assertEquals(false, reading.isComplete());
    }
}
