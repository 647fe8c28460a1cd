package imtokenpay.merchant.key;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// A key of a store, without the key: that is shown once, and only its hash is kept.
///
/// @param id its name among keys, `key_...`; tells nothing of the key
/// @param name what people call it
public record StoreKey(String id, String storeId, String name, Rights rights, Life life) {
    private static final Pattern ID = Pattern.compile("key_[0-9A-HJKMNP-TV-Z]{26}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Cs}]{1,64}");

    /// Since when there is a key, when it was used last (to the minute), and since when it is void.
    public record Life(Instant createdAt, Optional<Instant> lastUsed, Optional<Instant> revokedAt) {}

    /// @throws IllegalArgumentException in words if the id or the name cannot be one
    public StoreKey {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("This is not the id of a key.");
        }
        if (name.isBlank() || name.length() > 64 || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A key needs a name of 1 to 64 printable characters.");
        }
    }

    /// A key that was just made.
    public static StoreKey made(String id, String storeId, String name, Rights rights, Instant at) {
        return new StoreKey(id, storeId, name, rights, new Life(at, Optional.empty(), Optional.empty()));
    }

    /// Whether it still opens anything.
    public boolean isValid() {
        return life.revokedAt().isEmpty();
    }
}
