package imtokenpay.flow.caller;

import imtokenpay.merchant.ApiKey;
import imtokenpay.merchant.key.StoreKey;
import imtokenpay.merchant.key.StoreKeys;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keys in memory, which count how often a use was written.
final class MemoryKeys implements StoreKeys {
    private final Map<ApiKey, StoreKey> keys = new LinkedHashMap<>();
    private int writes;

    int writes() {
        return writes;
    }

    @Override
    public List<StoreKey> all() {
        return List.copyOf(keys.values());
    }

    @Override
    public Optional<StoreKey> byHash(ApiKey key) {
        return Optional.ofNullable(keys.get(key));
    }

    @Override
    public boolean add(StoreKey key, ApiKey hash) {
        return keys.values().stream().noneMatch(known -> known.id().equals(key.id()))
                && keys.putIfAbsent(hash, key) == null;
    }

    @Override
    public void used(String id, Instant at) {
        writes++;
        live(
                id,
                key -> new StoreKey.Life(
                        key.life().createdAt(), Optional.of(at), key.life().revokedAt()));
    }

    @Override
    public boolean revoke(String id, Instant at) {
        live(id, key -> new StoreKey.Life(key.life().createdAt(), key.life().lastUsed(), Optional.of(at)));
        return all().stream().anyMatch(key -> key.id().equals(id));
    }

    private void live(String id, java.util.function.Function<StoreKey, StoreKey.Life> life) {
        keys.replaceAll((hash, key) -> key.id().equals(id)
                ? new StoreKey(key.id(), key.storeId(), key.name(), key.rights(), life.apply(key))
                : key);
    }
}
