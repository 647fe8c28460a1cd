package imtokenpay.adapter.evm.heads;

import java.time.Duration;

/// How long to wait for an endpoint that tells of new blocks.
///
/// @param answer for the connection and the answer to `eth_subscribe`
/// @param head for the next block at least; chains whose blocks are further apart get more
/// @param backOff before the first new attempt; each that fails doubles it
/// @param backOffMax before any new attempt at most
public record Patience(Duration answer, Duration head, Duration backOff, Duration backOffMax) {
    private static final int SLOTS = 4;
    // What an endpoint tells makes us believe in no slower chain than this.
    private static final int SILENCE_MAX = 10;

    public Patience {
        if (!answer.isPositive() || !head.isPositive() || !backOff.isPositive() || !backOffMax.isPositive()) {
            throw new IllegalArgumentException("waits must have a length");
        }
    }

    /// What suits endpoints on the internet.
    public static Patience usual() {
        return new Patience(
                Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(5));
    }

    /// The shortest time after which an endpoint can be given up.
    Duration shortest() {
        return answer.compareTo(head) < 0 ? answer : head;
    }

    /// How long after a head the next one must have come, on a chain with that much time between blocks.
    Duration silence(Duration slot) {
        var slots = slot.multipliedBy(SLOTS);
        if (slots.compareTo(head) <= 0) {
            return head;
        }
        var longest = head.multipliedBy(SILENCE_MAX);
        return slots.compareTo(longest) < 0 ? slots : longest;
    }
}
