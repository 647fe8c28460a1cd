package imtokenpay.flow.setup;

import java.time.Duration;

/// How a change waits that could send money elsewhere.
///
/// @param delay how long, 0 to 168 hours; 0 for not at all
/// @param fourEyes whether its time never comes by itself: another owner must approve it
public record ChangeRule(Duration delay, boolean fourEyes) {
    private static final Duration DELAY_MAX = Duration.ofHours(168);

    public ChangeRule {
        if (delay.isNegative() || delay.compareTo(DELAY_MAX) > 0) {
            throw new IllegalArgumentException("must be 0 to " + DELAY_MAX.toHours());
        }
        // Without it, whoever has one owner's password lets a second owner in and approves as him.
        if (fourEyes && delay.isZero()) {
            throw new IllegalArgumentException("must be at least 1 where four eyes are wanted: only who has been an"
                    + " owner for so long may approve");
        }
    }
}
