package imtokenpay.flow.request;

import java.time.Duration;

/// How long things last.
///
/// @param window how long a shopper has to pay, 10 seconds to 7 days
/// @param watchedAfterwards how long a payment's slot stays its own after that, so that late money finds its way
public record Limits(Duration window, Duration watchedAfterwards) {
    private static final Duration WINDOW_MIN = Duration.ofSeconds(10);
    private static final Duration WINDOW_MAX = Duration.ofDays(7);

    public Limits {
        if (window.compareTo(WINDOW_MIN) < 0 || window.compareTo(WINDOW_MAX) > 0) {
            throw new IllegalArgumentException("imtoken.payment.window-seconds must be " + WINDOW_MIN.toSeconds()
                    + " to " + WINDOW_MAX.toSeconds() + ", not " + window.toSeconds());
        }
    }
}
