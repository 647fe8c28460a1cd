package imtokenpay.merchant;

import java.util.List;
import java.util.Optional;

/// The storefronts that may ask for payments.
public interface Stores {
    /// All of them.
    List<Store> all();

    /// The store that holds this key; empty for a key that nobody holds.
    Optional<Store> byApiKey(ApiKey key);

    /// The store of that id.
    Optional<Store> byId(String id);
}
