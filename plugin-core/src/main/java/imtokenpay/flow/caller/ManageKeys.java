package imtokenpay.flow.caller;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.audit.Action;
import imtokenpay.flow.audit.AuditTrail;
import imtokenpay.flow.audit.Deed;
import imtokenpay.merchant.ApiKey;
import imtokenpay.merchant.Store;
import imtokenpay.merchant.Stores;
import imtokenpay.merchant.key.AddressRange;
import imtokenpay.merchant.key.Rights;
import imtokenpay.merchant.key.Scope;
import imtokenpay.merchant.key.StoreKey;
import imtokenpay.merchant.key.StoreKeys;
import imtokenpay.payment.PaymentId;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Makes keys for stores.
@UseCase
public class ManageKeys {
    private static final int KEY_BYTES = 32;

    private final Stores stores;
    private final StoreKeys keys;
    private final AuditTrail audit;
    private final RandomGenerator random;
    private final InstantSource clock;

    @Inject
    public ManageKeys(Stores stores, StoreKeys keys, AuditTrail audit, RandomGenerator random, InstantSource clock) {
        this.stores = stores;
        this.keys = keys;
        this.audit = audit;
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
        audit.add(Deed.of(by, Action.KEY_MADE, made.id(), "for store " + made.storeId() + ": " + words(made)));
        return Optional.of(key);
    }

    private static String words(StoreKey key) {
        var scopes = key.rights().scopes().stream().map(Scope::word).sorted().toList();
        var addresses =
                key.rights().addresses().stream().map(AddressRange::toString).toList();
        return key.name() + ", may " + String.join(" ", scopes) + " from "
                + (addresses.isEmpty() ? "everywhere" : String.join(" ", addresses));
    }

    private String random() {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
