package imtokenpay.simulation;

import static imtokenpay.payment.PaymentStatus.AWAITING;
import static imtokenpay.payment.PaymentStatus.SETTLED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.quorum.Provider;
import imtokenpay.adapter.quorum.Quorum;
import imtokenpay.money.Amount;
import imtokenpay.payment.PaymentId;
import imtokenpay.simulation.LyingNode.Manner;
import imtokenpay.simulation.SimulatedChain.Fate;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// The plugin reads through three providers of which two must agree, while one at a time misbehaves.
class SeveralProvidersTest {
    private static final long SEEDS = Long.getLong("seeds", 20_000) / 10;
    private static final int N = World.CONFIRMATIONS;

    private final Manner[] manners = {Manner.HONEST, Manner.HONEST, Manner.HONEST};
    private final Stage stage = new Stage();
    private Amount wished = new Amount(BigInteger.ONE, World.COIN);
    private final Quorum quorum = new Quorum(
            IntStream.range(0, manners.length)
                    .mapToObj(i ->
                            new Provider("provider" + i, new LyingNode(stage.node, () -> manners[i], () -> wished)))
                    .toList(),
            2,
            stage.clock,
            Runnable::run);
    private final SimulatedPlugin plugin = stage.start("several");

    private boolean looks() {
        return plugin.look(quorum);
    }

    private PaymentId asksAndIsWished() {
        var id = stage.asks("1.00");
        wished = stage.payment(id).terms().due();
        return id;
    }

    private SeveralProvidersTest mines(int blocks) {
        stage.mines(blocks);
        return this;
    }

    @Test
    void whoever_of_three_lies_and_however_a_payment_is_neither_lost_nor_invented() {
        for (var liar = 0; liar < manners.length; liar++) {
            for (var manner : Manner.values()) {
                var world = new SeveralProvidersTest();
                world.manners[liar] = manner;
                world.oneIsPaidAndOneIsNot();
            }
        }
    }

    private void oneIsPaidAndOneIsNot() {
        var paid = stage.asks("1.00");
        var unpaid = asksAndIsWished();
        stage.waits(java.time.Duration.ofSeconds(20));
        stage.pays(paid);
        mines(N + 1);
        assertTrue(looks());
        stage.is(paid, SETTLED).is(unpaid, AWAITING);
        assertEquals(1, stage.store.committed().transfers().size());
    }

    @Test
    void providers_that_stop_one_by_one_and_come_back_in_any_order_lose_nothing() {
        LongStream.range(0, SEEDS).forEach(seed -> new SeveralProvidersTest().swizzle(new SplittableRandom(seed)));
    }

    private void swizzle(SplittableRandom random) {
        stage.waits(java.time.Duration.ofSeconds(20));
        var paid = stage.asks("1.00");
        var unpaid = asksAndIsWished();
        stage.pays(paid);
        mines(1);
        for (var i : shuffled(random)) {
            manners[i] = Manner.DOWN;
            mines(random.nextInt(1, 3));
            var down = Arrays.stream(manners).filter(Manner.DOWN::equals).count();
            assertEquals(down < 2, looks(), "two of three are enough, and one is not");
        }
        stage.reorgs(random.nextInt(1, 3), Fate.MOVED);
        var liar = random.nextInt(manners.length);
        for (var i : shuffled(random)) {
            manners[i] = i == liar ? Manner.values()[random.nextInt(Manner.values().length)] : Manner.HONEST;
            mines(1);
            looks();
            stage.is(unpaid, AWAITING);
        }
        mines(N + 1);
        assertTrue(looks());
        stage.is(paid, SETTLED).is(unpaid, AWAITING);
        assertEquals(
                stage.chain.head().ref(),
                stage.store.committed().tails().get(World.CHAIN).last());
        assertFalse(stage.store.committed().transfers().size() > 1);
    }

    private List<Integer> shuffled(SplittableRandom random) {
        var left = new ArrayList<>(List.of(0, 1, 2));
        var order = new ArrayList<Integer>();
        while (!left.isEmpty()) {
            order.add(left.remove(random.nextInt(left.size())));
        }
        return order;
    }
}
