package imtokenpay.adapter.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/// The only place that knows the wall clock.
final class Time {
    private Time() {}

    // To the millisecond: every database keeps that much, so that what is written is what is read.
    static InstantSource system() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }
}
