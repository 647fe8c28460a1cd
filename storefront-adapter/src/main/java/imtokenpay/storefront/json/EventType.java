package imtokenpay.storefront.json;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a webhook can announce.
public enum EventType {
    AWAITING,
    UNDERPAID,
    CONFIRMING,
    SETTLED,
    OVERPAID,
    EXPIRED,
    CANCELLED,
    UNRESOLVED,
    REVERSED,
    CLOSED;

    /// The type by its name in the contract, `payment.settled`; empty for one that this adapter does not know.
    static Optional<EventType> of(String name) {
        return Arrays.stream(values())
                .filter(type -> name.equals("payment." + type.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
