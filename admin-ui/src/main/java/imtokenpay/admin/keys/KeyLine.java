package imtokenpay.admin.keys;

import imtokenpay.admin.desk.Words;
import imtokenpay.merchant.key.AddressRange;
import imtokenpay.merchant.key.Scope;
import imtokenpay.merchant.key.StoreKey;
import java.util.stream.Collectors;

/// A key, as one line.
public final class KeyLine {
    private final StoreKey key;

    KeyLine(StoreKey key) {
        this.key = key;
    }

    /// Its name among keys, which tells nothing of the key.
    public String id() {
        return key.id();
    }

    /// What people call it.
    public String name() {
        return key.name();
    }

    /// The store's id.
    public String store() {
        return key.storeId();
    }

    /// Whether it may ask for play money only.
    public boolean isTest() {
        return key.rights().test();
    }

    /// What it may be used for.
    public String scopes() {
        return key.rights().scopes().stream().map(Scope::word).sorted().collect(Collectors.joining(", "));
    }

    /// Where it may be used.
    public String addresses() {
        return key.rights().addresses().isEmpty()
                ? "everywhere"
                : key.rights().addresses().stream().map(AddressRange::toString).collect(Collectors.joining(", "));
    }

    /// Since when there is one.
    public String made() {
        return Words.moment(key.life().createdAt());
    }

    /// When it was used last.
    public String used() {
        return key.life().lastUsed().map(Words::moment).orElse("never");
    }

    /// Whether it still opens anything.
    public boolean isValid() {
        return key.isValid();
    }

    /// Since when it does not.
    public String revoked() {
        return key.life().revokedAt().map(Words::moment).orElse("");
    }
}
