package imtokenpay.adapter.metrics.export;

import imtokenpay.flow.stock.Stock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// The stock, taken at most once in five seconds however often it is asked for, and however many figures ask. That it
/// could not be taken is remembered as long, so that a database that hangs is not asked by each of them.
final class FreshStock {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Supplier<Stock> take;
    private final InstantSource clock;
    private Instant takenAt = Instant.MIN;
    private Optional<Stock> taken = Optional.empty();

    FreshStock(Supplier<Stock> take, InstantSource clock) {
        this.take = take;
        this.clock = clock;
    }

    /// @throws IllegalStateException if the database did not answer
    synchronized Stock stock() {
        if (takenAt.isBefore(clock.instant().minus(FRESH))) {
            try {
                taken = Optional.of(take.get());
            } catch (RuntimeException silent) {
                taken = Optional.empty();
            }
            takenAt = clock.instant();
        }
        return taken.orElseThrow(() -> new IllegalStateException("the database does not answer"));
    }
}
