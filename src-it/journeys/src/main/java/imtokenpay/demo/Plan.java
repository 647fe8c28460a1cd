package imtokenpay.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What a world shall be like.
///
/// @param home the folder of its files
/// @param paper the simulated chain even where a real node is installed
/// @param keep leave the databases when it stops
public record Plan(Path home, int port, boolean paper, boolean keep, Pace pace) {

    /// Who drives the chain, and how much time there is.
    public enum Pace {
        /// For a person who clicks: blocks come by themselves, and nothing is hurried.
        RELAXED(Optional.of(Duration.ofSeconds(2)), Duration.ofMinutes(15)),
        /// For the story: the scenes mine, and an unpaid order expires while somebody waits for it.
        BRISK(Optional.empty(), Duration.ofSeconds(45));

        private final Optional<Duration> blockTime;
        private final Duration window;

        Pace(Optional<Duration> blockTime, Duration window) {
            this.blockTime = blockTime;
            this.window = window;
        }
    }

    /// For the journeys: the story's pace on the best chain there is.
    public static Plan brisk(Path home, int port) {
        return new Plan(home, port, false, false, Pace.BRISK);
    }

    /// How often a block comes; empty when somebody mines by hand.
    public Optional<Duration> blockTime() {
        return pace.blockTime;
    }

    /// How long a payment waits for money.
    Duration window() {
        return pace.window;
    }
}
