package imtokenpay.flow.caller;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.caller.Admission.Admitted;
import imtokenpay.flow.caller.Admission.Elsewhere;
import imtokenpay.flow.caller.Admission.Unknown;
import imtokenpay.merchant.ApiKey;
import imtokenpay.merchant.Store;
import imtokenpay.merchant.Stores;
import imtokenpay.merchant.key.Rights;
import imtokenpay.merchant.key.StoreKey;
import imtokenpay.merchant.key.StoreKeys;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;

/// Finds out whose key it is: one of the configuration, or one that was made on the admin page.
@UseCase
public class KnowCaller {
    private final Stores stores;
    private final StoreKeys keys;
    private final InstantSource clock;

    @Inject
    public KnowCaller(Stores stores, StoreKeys keys, InstantSource clock) {
        this.stores = stores;
        this.keys = keys;
        this.clock = clock;
    }

    /// Who calls with this key, if he may from there.
    public Admission caller(ApiKey key, InetAddress from) {
        return stores.byApiKey(key)
                .<Admission>map(KnowCaller::configured)
                .or(() -> keys.byHash(key).filter(StoreKey::isValid).map(known -> caller(known, from)))
                .orElseGet(Unknown::new);
    }

    private static Admission configured(Store store) {
        return new Admitted(new Caller(store, "the configured key of " + store.id(), Rights.ALL));
    }

    private Admission caller(StoreKey key, InetAddress from) {
        var store = stores.byId(key.storeId());
        if (store.isEmpty()) {
            return new Unknown();
        }
        if (!key.rights().allow(from)) {
            return new Elsewhere();
        }
        noteUse(key, clock.instant());
        return new Admitted(new Caller(store.get(), key.id(), key.rights()));
    }

    // To the minute is enough for a person, and spares a write with every call.
    private void noteUse(StoreKey key, Instant now) {
        if (key.life()
                .lastUsed()
                .filter(noted -> noted.plus(StoreKeys.USE_NOTED_EVERY).isAfter(now))
                .isEmpty()) {
            keys.used(key.id(), now);
        }
    }
}
