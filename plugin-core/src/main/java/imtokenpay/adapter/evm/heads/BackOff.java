package imtokenpay.adapter.evm.heads;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to leave an endpoint alone after it failed: twice as long each time, and never just as long as others do,
/// since all of them lost it at the same moment.
final class BackOff {
    private static final int DOUBLINGS_MAX = 20;

    private final Patience patience;
    private final RandomGenerator random;
    private int failures;

    BackOff(Patience patience, RandomGenerator random) {
        this.patience = patience;
        this.random = random;
    }

    /// The endpoint did its work for a good while: begin anew.
    synchronized void forget() {
        failures = 0;
    }

    synchronized void failed() {
        failures++;
    }

    /// How long to wait now: nothing before the first failure, else half to all of the time.
    synchronized Duration pause() {
        if (failures == 0) {
            return Duration.ZERO;
        }
        var doubled = patience.backOff().multipliedBy(1L << Math.min(failures - 1, DOUBLINGS_MAX));
        var whole = doubled.compareTo(patience.backOffMax()) < 0 ? doubled : patience.backOffMax();
        var half = whole.toNanos() / 2;
        return Duration.ofNanos(half + random.nextLong(half + 1));
    }
}
