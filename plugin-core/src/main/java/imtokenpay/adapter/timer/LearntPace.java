package imtokenpay.adapter.timer;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.watch.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// Rests until the next block can be there, and then looks often. When that is, the chain itself tells: how far apart
/// its blocks are, and how long after the time written in a block the node shows it.
public final class LearntPace implements Pace {
    /// Between two looks while a block is due: a mean of half of it is added to what the network takes.
    static final Duration STEP = Duration.ofMillis(250);
    /// Never longer, whatever was learnt: a chain may speed up.
    static final Duration REST_MAX = Duration.ofSeconds(15);

    private static final int BLOCKS_MAX = 64;
    private static final int BLOCKS_MIN = 4;
    private static final int RARELY_SOONER_PERCENT = 5;
    private static final int RARELY_LATER_PERCENT = 95;

    private record Arrival(BlockRef block, Duration offset) {}

    private final Deque<Arrival> arrivals = new ArrayDeque<>();
    private boolean isFirstLookOfSlot;

    @Override
    public synchronized void saw(BlockRef newest, Instant at) {
        var before = arrivals.peekLast();
        if (before != null && before.block().equals(newest)) {
            isFirstLookOfSlot = false;
            return;
        }
        if (before != null && newest.height() <= before.block().height()) {
            arrivals.clear();
        }
        var offset = Duration.between(newest.time(), at);
        // Found at the first look, it may have been there for long: begin sooner next time.
        arrivals.addLast(new Arrival(newest, isFirstLookOfSlot ? offset.minus(STEP) : offset));
        if (arrivals.size() > BLOCKS_MAX) {
            arrivals.removeFirst();
        }
        isFirstLookOfSlot = true;
    }

    @Override
    public synchronized Duration rest(Instant now) {
        if (arrivals.size() < BLOCKS_MIN) {
            return STEP;
        }
        var slot = slot();
        var soonest = arrivals.getLast().block().time().plus(slot).plus(offset(RARELY_SOONER_PERCENT));
        var window = offset(RARELY_LATER_PERCENT)
                .minus(offset(RARELY_SOONER_PERCENT))
                .plus(STEP.multipliedBy(2));
        var waited = Duration.between(soonest.plus(window), now);
        // A slot went by without a block: the next one can come a slot later.
        var due = waited.isNegative() ? soonest : soonest.plus(slot.multipliedBy(waited.dividedBy(slot) + 1));
        var rest = Duration.between(now, due);
        if (rest.compareTo(STEP) < 0) {
            return STEP;
        }
        return rest.compareTo(REST_MAX) > 0 ? REST_MAX : rest;
    }

    // The shortest distance seen, since a missed slot makes one longer, and nothing makes one shorter than it is.
    private Duration slot() {
        Arrival before = null;
        var shortest = REST_MAX;
        for (var arrival : arrivals) {
            if (before != null) {
                var blocks = arrival.block().height() - before.block().height();
                var apart = Duration.between(
                                before.block().time(), arrival.block().time())
                        .dividedBy(Math.max(1, blocks));
                shortest = apart.compareTo(shortest) < 0 ? apart : shortest;
            }
            before = arrival;
        }
        return shortest.compareTo(STEP) < 0 ? STEP : shortest;
    }

    // How long after its own time a block was seen, as a percentile of those that we remember.
    private Duration offset(int percent) {
        return arrivals.stream()
                .map(Arrival::offset)
                .sorted()
                .skip(percent * (arrivals.size() - 1L) / 100)
                .findFirst()
                .orElseThrow();
    }
}
