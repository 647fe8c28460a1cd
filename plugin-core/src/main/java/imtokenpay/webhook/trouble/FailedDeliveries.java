package imtokenpay.webhook.trouble;

import java.time.Instant;
import java.util.List;

/// The deliveries that failed so far.
public interface FailedDeliveries {
    /// Some of them: those that are given up first, then the newest.
    ///
    /// @param count 1 to 200
    List<FailedDelivery> some(int count);

    /// Makes an event due at once, whatever became of it, and what waits before it, too. An event that was given up
    /// has one more attempt by that, and is then given up again.
    ///
    /// @return whether there is such an event
    boolean redeliver(String eventId, Instant now);

    /// Makes all that waits for a store due at once.
    void hasten(String storeId, Instant now);
}
