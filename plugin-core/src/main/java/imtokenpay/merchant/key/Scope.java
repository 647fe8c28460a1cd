package imtokenpay.merchant.key;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a key may be used for. None of them includes another one.
public enum Scope {
    /// See payments, what can be paid with, and the rates.
    PAYMENTS_READ,
    /// Ask for payments and cancel them.
    PAYMENTS_WRITE,
    /// Record refunds and cancel them.
    REFUNDS_WRITE,
    /// Read the event feed.
    EVENTS_READ,
    /// See where the store is told, and what became of it.
    WEBHOOKS_READ,
    /// Test endpoints, enable them, and have events sent again.
    WEBHOOKS_WRITE;

    /// The word as everybody outside sees it, such as `payments:read`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /// The scope of that word.
    public static Optional<Scope> of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
    }
}
