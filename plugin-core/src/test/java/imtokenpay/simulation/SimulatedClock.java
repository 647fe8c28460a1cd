package imtokenpay.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Time that moves when the simulation says so.
final class SimulatedClock implements InstantSource {
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void passes(Duration time) {
        now = now.plus(time);
    }
}
