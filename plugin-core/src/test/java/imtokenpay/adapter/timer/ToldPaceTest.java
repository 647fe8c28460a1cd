package imtokenpay.adapter.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.watch.Heads;
import imtokenpay.chain.watch.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ToldPaceTest {
    private static final Instant GENESIS = Instant.parse("2026-11-25T10:00:00Z");
    private static final Duration SLOT = Duration.ofSeconds(12);
    private static final Duration USUAL = Duration.ofSeconds(2);

    private OptionalLong told = OptionalLong.empty();
    private ToldPace pace = new ToldPace(new Pace.Fixed(USUAL), new Told());

    @Test
    void it_rests_longer_while_the_newest_block_is_the_one_that_was_told() {
        told = OptionalLong.of(7);
        pace.saw(block(7), GENESIS);
        assertEquals(USUAL.plus(ToldPace.SLACK), pace.rest(GENESIS));
    }

    @Test
    void it_rests_as_usual_when_nobody_tells() {
        pace.saw(block(7), GENESIS);
        assertEquals(USUAL, pace.rest(GENESIS));
    }

    @Test
    void it_rests_as_usual_after_a_block_that_nobody_told() {
        told = OptionalLong.of(7);
        pace.saw(block(8), GENESIS);
        assertEquals(USUAL, pace.rest(GENESIS));
    }

    @Test
    void it_rests_as_usual_while_the_node_does_not_show_what_was_told() {
        told = OptionalLong.of(8);
        pace.saw(block(7), GENESIS);
        assertEquals(USUAL, pace.rest(GENESIS));
    }

    @Test
    void it_never_rests_longer_than_the_safety_look_allows_nor_shorter_than_usual() {
        told = OptionalLong.of(7);
        for (var seconds : new int[] {1, 12, 13, 15, 60}) {
            pace = new ToldPace(new Pace.Fixed(Duration.ofSeconds(seconds)), new Told());
            pace.saw(block(7), GENESIS);
            var most = Math.max(seconds, Math.min(15, seconds + 3));
            assertEquals(Duration.ofSeconds(most), pace.rest(GENESIS));
        }
    }

    @Test
    void told_of_its_blocks_a_slotted_chain_takes_hardly_more_than_one_look_a_block() {
        pace = new ToldPace(new LearntPace(), new Told());
        follow(50, true);
        var looks = follow(2_000, true);
        System.out.println("pace: told of 2,000 blocks, looks " + looks);
        assertTrue(looks <= 2_100, "looks: " + looks);
    }

    @Test
    void heads_that_fall_silent_cost_one_late_block_and_then_the_usual_pace() {
        pace = new ToldPace(new LearntPace(), new Told());
        follow(50, true);
        delays = Duration.ZERO;
        follow(1, false);
        assertTrue(delays.compareTo(SLOT) <= 0, delays::toString);
        delays = Duration.ZERO;
        var looks = follow(200, false);
        System.out.println("pace: told of nothing any more, looks " + looks + " for 200 blocks, late by " + delays);
        assertTrue(delays.dividedBy(200).compareTo(Duration.ofMillis(300)) <= 0, delays::toString);
        assertTrue(looks <= 6 * 200, "looks: " + looks);
    }

    private final SplittableRandom random = new SplittableRandom(7);
    private Instant now = GENESIS;
    private Instant due = GENESIS;
    private Duration delays = Duration.ZERO;
    private long height;
    private long slots;

    // As a node shows Ethereum: about 2.2 s after the slot begins, one slot of a hundred without a block. Whoever tells
    // wakes a look at once.
    private int follow(int blocks, boolean isTold) {
        var looks = 0;
        for (var i = 0; i < blocks; i++) {
            slots += random.nextInt(100) == 0 ? 2 : 1;
            var shown = GENESIS.plus(SLOT.multipliedBy(slots))
                    .plusMillis((long) Math.max(300, random.nextGaussian(2_200, 600)));
            while (due.isBefore(shown)) {
                look(due);
                looks++;
            }
            newest = new BlockRef(++height, "h" + height, "p", GENESIS.plus(SLOT.multipliedBy(slots)));
            if (isTold) {
                told = OptionalLong.of(height);
            }
            look(isTold ? shown.plusMillis(50) : due);
            looks++;
            delays = delays.plus(Duration.between(shown, now));
        }
        return looks;
    }

    private BlockRef newest = block(0);

    private void look(Instant at) {
        now = at;
        pace.saw(newest, now);
        due = now.plus(pace.rest(now));
    }

    private static BlockRef block(long height) {
        return new BlockRef(height, "h" + height, "p", GENESIS);
    }

    private final class Told implements Heads {
        @Override
        public void listen(Runnable wake) {}

        @Override
        public void open() {}

        @Override
        public void pause() {}

        @Override
        public OptionalLong told() {
            return told;
        }

        @Override
        public void close() {}
    }
}
