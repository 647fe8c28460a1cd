package imtokenpay.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Thousands of random lives. PaymentLifecycle itself refuses a move that is not listed; here it is also seen
/// that every
/// listed move happens, so that the table holds no dead rows. A failure names its seed.
class PaymentSimulationTest {
    private static final int LIVES = 5_000;
    private static final int STEPS = 60;

    @Test
    void every_listed_move_happens_in_some_life_and_no_other_in_any() {
        Map<PaymentStatus, Set<PaymentStatus>> seen = new EnumMap<>(PaymentStatus.class);
        for (var seed = 0L; seed < LIVES; seed++) {
            live(seed, seen);
        }
        assertEquals(new EnumMap<>(PaymentLifecycle.MOVES), seen);
    }

    private static void live(long seed, Map<PaymentStatus, Set<PaymentStatus>> seen) {
        var random = new SplittableRandom(seed);
        var life = Scenario.asksFor("0.05");
        try {
            for (var i = 0; i < STEPS; i++) {
                var before = life.status();
                var movesBefore = life.moves.size();
                step(life, random);
                var at = before;
                for (var move : life.moves.subList(movesBefore, life.moves.size())) {
                    seen.computeIfAbsent(at, any -> EnumSet.noneOf(PaymentStatus.class))
                            .add(move);
                    at = move;
                }
                if (life.status() == PaymentStatus.SETTLED && life.isNodeUp()) {
                    assertTrue(life.tally().included().covers(life.terms().due()), "settled money is in the chain");
                }
            }
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("seed " + seed, failure);
        }
    }

    private static void step(Scenario life, SplittableRandom random) {
        switch (random.nextInt(12)) {
            case 0, 1 -> life.pays("0.0" + random.nextInt(1, 9));
            case 2, 3, 4 -> life.mines(random.nextInt(1, 6));
            case 5 -> life.reorgs(random.nextInt(1, 12));
            case 6 -> returns(life, random);
            case 7 -> life.waits(Duration.ofMinutes(random.nextInt(1, 10)));
            case 8 -> life.nodeGoesDown();
            case 9, 10 -> life.nodeComesBack();
            default -> decide(life, random);
        }
    }

    private static void returns(Scenario life, SplittableRandom random) {
        if (life.transferCount() > 0) {
            life.returns(random.nextInt(life.transferCount()));
        }
    }

    // As the flow does: a payment is cancelled only while nothing came, only what is unresolved or reversed is decided
    // upon, and a decision is carried out at once, on the facts that it was made on.
    private static void decide(Scenario life, SplittableRandom random) {
        if (!life.isNodeUp()) {
            return;
        }
        switch (life.status()) {
            case AWAITING -> {
                if (random.nextInt(4) == 0) {
                    life.isCancelled();
                }
            }
            case UNRESOLVED -> {
                if (random.nextBoolean() && !life.tally().received().isZero()) {
                    life.isAccepted();
                } else {
                    life.isClosed();
                }
            }
            case REVERSED -> life.isClosed();
            case UNDERPAID, CONFIRMING, SETTLED, EXPIRED, CANCELLED, CLOSED -> {}
        }
    }
}
