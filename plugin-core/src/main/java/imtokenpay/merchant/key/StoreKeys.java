package imtokenpay.merchant.key;

import imtokenpay.merchant.ApiKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The keys that were made for stores.
public interface StoreKeys {
    /// How exactly it is known when a key was used last.
    Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    /// All of them, the valid ones first, then the newest.
    List<StoreKey> all();

    /// The key of that hash, void or not.
    Optional<StoreKey> byHash(ApiKey key);

    /// Adds a key; false when there is one of that id already, and nothing is changed.
    boolean add(StoreKey key, ApiKey hash);

    /// Notes that a key was used, unless that was noted less than a minute before.
    void used(String id, Instant at);

    /// Makes a key void, for ever; false when there is no valid one of that id.
    boolean revoke(String id, Instant at);
}
