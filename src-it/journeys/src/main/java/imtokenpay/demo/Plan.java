package imtokenpay.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What a world shall be like.
///
/// @param paper the simulated chain even where a real node is installed
/// @param keep leave the databases when it stops
/// @param more settings of the plugin beyond those of every world
public record Plan(Place place, boolean paper, boolean keep, Pace pace, Map<String, String> more) {
    /// Where everything is.
    ///
    /// @param home the folder of its files
    /// @param monitoring where health and metrics are to be read, apart from the shop; not at all
    ///     without it
    /// @param postgres JDBC address of the PostgreSQL that keeps the plugin's facts; empty for an H2
    ///     file
    /// @param bitcoin whether a Bitcoin node is there, too, if it can be had
    public record Place(Path home, int port, OptionalInt monitoring, Optional<String> postgres, boolean bitcoin) {
        /// Without Bitcoin.
        public Place(Path home, int port, OptionalInt monitoring, Optional<String> postgres) {
            this(home, port, monitoring, postgres, false);
        }
    }

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
        Place place = new Place(home, port, OptionalInt.empty(), Optional.empty());
        return new Plan(place, false, false, Pace.BRISK, Map.of());
    }

    /// The same, with the plugin's facts in a PostgreSQL.
    public Plan on(String postgres) {
        return new Plan(
                new Place(home(), port(), monitoring(), Optional.of(postgres), place.bitcoin), paper, keep, pace, more);
    }

    /// The same, with health and metrics at a port of their own.
    public Plan monitoredAt(int port) {
        return new Plan(
                new Place(home(), port(), OptionalInt.of(port), place.postgres, place.bitcoin),
                paper,
                keep,
                pace,
                more);
    }

    /// The same, with a Bitcoin node where that can be had.
    public Plan withBitcoin() {
        return new Plan(new Place(home(), port(), monitoring(), place.postgres, true), paper, keep, pace, more);
    }

    /// Whether a Bitcoin node is wanted.
    boolean bitcoin() {
        return place.bitcoin;
    }

    /// The same, with these settings too.
    public Plan with(Map<String, String> settings) {
        return new Plan(place, paper, keep, pace, settings);
    }

    /// The folder of its files.
    public Path home() {
        return place.home;
    }

    /// Where health and metrics are to be read.
    public OptionalInt monitoring() {
        return place.monitoring;
    }

    /// Where the server listens.
    public int port() {
        return place.port;
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
