package imtokenpay.flow.caller;

import imtokenpay.flow.UseCase;
import imtokenpay.merchant.ApiKey;
import imtokenpay.merchant.Store;
import imtokenpay.merchant.Stores;
import imtokenpay.merchant.key.Rights;
import imtokenpay.merchant.key.StoreKey;
import imtokenpay.merchant.key.StoreKeys;
import imtokenpay.payment.PaymentId;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Makes keys for stores, and voids them.
@UseCase
public class ManageKeys {
    private static final Logger LOG = System.getLogger(ManageKeys.class.getName());
    private static final int KEY_BYTES = 32;

    private final Stores stores;
    private final StoreKeys keys;
    private final RandomGenerator random;
    private final InstantSource clock;

    @Inject
    public ManageKeys(Stores stores, StoreKeys keys, RandomGenerator random, InstantSource clock) {
        this.stores = stores;
        this.keys = keys;
        this.random = random;
        this.clock = clock;
    }

    /// What a key is to be.
    ///
    /// @param id its name among keys, chosen beforehand, so that a form that is sent twice makes one key
    public record Wish(String id, String storeId, String name, Rights rights) {}

    /// An id for a key that is to be made.
    public String newId() {
        return "key_" + PaymentId.random(random).text().substring("pay_".length());
    }

    /// The stores that can have keys.
    public List<Store> stores() {
        return stores.all();
    }

    /// All keys that were made: the valid ones first, then the newest.
    public List<StoreKey> all() {
        return keys.all();
    }

    /// Makes a key.
    ///
    /// @param by who wants it
    /// @return the key itself, which cannot be shown again; empty when one of that id was made before
    /// @throws IllegalArgumentException in words if such a key cannot be, or is of no use
    public Optional<String> make(Wish wish, String by) {
        if (stores.byId(wish.storeId()).isEmpty()) {
            throw new IllegalArgumentException("There is no such store.");
        }
        if (wish.rights().scopes().isEmpty()) {
            throw new IllegalArgumentException("A key that may do nothing is of no use: choose what it may do.");
        }
        var made = StoreKey.made(wish.id(), wish.storeId(), wish.name(), wish.rights(), clock.instant());
        var key = (wish.rights().test() ? "sk_test_" : "sk_live_") + random();
        if (!keys.add(made, ApiKey.of(key))) {
            return Optional.empty();
        }
        LOG.log(Level.INFO, "API key {0} of store {1} was made by {2}", made.id(), made.storeId(), by);
        return Optional.of(key);
    }

    /// Makes a key void.
    ///
    /// @param by who wants it
    /// @return whether there was a valid one of that id
    public boolean revoke(String id, String by) {
        var revoked = keys.revoke(id, clock.instant());
        if (revoked) {
            LOG.log(Level.INFO, "API key {0} was revoked by {1}", id, by);
        }
        return revoked;
    }

    private String random() {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
