package imtokenpay.adapter.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.BlockRef;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LearntPaceTest {
    private static final Instant GENESIS = Instant.parse("2026-11-25T10:00:00Z");
    private static final Duration SLOT = Duration.ofSeconds(12);

    private final SplittableRandom random = new SplittableRandom(7);
    private final LearntPace pace = new LearntPace();

    /// What watching some slots came to.
    private record Watched(Duration meanDelay, double looksPerBlock) {}

    @Test
    void before_anything_is_learnt_it_looks_often() {
        assertEquals(LearntPace.STEP, pace.rest(GENESIS));
        pace.saw(block(0), GENESIS);
        assertEquals(LearntPace.STEP, pace.rest(GENESIS));
    }

    @Test
    void blocks_of_a_slotted_chain_are_seen_within_a_quarter_second_at_six_looks_each() {
        watch(50, 0);
        var watched = watch(2_000, 0.01);
        System.out.println(
                "pace: mean delay " + watched.meanDelay().toMillis() + " ms, looks a block " + watched.looksPerBlock());
        assertTrue(watched.meanDelay().compareTo(Duration.ofMillis(250)) <= 0, watched::toString);
        assertTrue(watched.looksPerBlock() <= 6, watched::toString);
    }

    @Test
    void a_chain_that_stands_still_is_looked_at_once_a_while() {
        watch(50, 0);
        var now = GENESIS.plus(SLOT.multipliedBy(50)).plus(Duration.ofHours(1));
        var looks = 0;
        for (var end = now.plus(Duration.ofMinutes(10)); now.isBefore(end); now = now.plus(pace.rest(now))) {
            pace.saw(block(height), now);
            looks++;
        }
        assertTrue(looks <= 50 * 14, "looks in ten minutes: " + looks);
    }

    @Test
    void it_never_rests_for_long_after_a_chain_began_anew() {
        watch(50, 0);
        var anew = new BlockRef(1, "anew1", "anew0", GENESIS);
        pace.saw(anew, GENESIS.plus(Duration.ofDays(1)));
        assertEquals(LearntPace.STEP, pace.rest(GENESIS.plus(Duration.ofDays(1))));
    }

    private long height;
    private Instant now = GENESIS;

    // Ethereum as a node shows it: about 2.2 s after the slot begins, now and then a slot without a block.
    private Watched watch(int blocks, double missedShare) {
        var delays = Duration.ZERO;
        var looks = 0;
        for (var i = 0; i < blocks; i++) {
            var missed = random.nextDouble() < missedShare ? 1 : 0;
            slots += 1 + missed;
            height++;
            var visibleAt = GENESIS.plus(SLOT.multipliedBy(slots))
                    .plusMillis((long) Math.max(300, random.nextGaussian(2_200, 600)));
            while (now.isBefore(visibleAt)) {
                pace.saw(new BlockRef(height - 1, "h" + (height - 1), "p", lastTime), now);
                now = now.plus(pace.rest(now));
                looks++;
            }
            lastTime = GENESIS.plus(SLOT.multipliedBy(slots));
            delays = delays.plus(Duration.between(visibleAt, now));
        }
        return new Watched(delays.dividedBy(blocks), (double) looks / blocks);
    }

    private long slots;
    private Instant lastTime = GENESIS;

    private static BlockRef block(long height) {
        return new BlockRef(height, "h" + height, "p", GENESIS.plus(SLOT.multipliedBy(height)));
    }
}
