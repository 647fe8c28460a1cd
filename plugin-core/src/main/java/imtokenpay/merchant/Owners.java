package imtokenpay.merchant;

import java.util.Optional;

/// The people who may enter the admin screens.
public interface Owners {
    /// Whether nobody may enter yet, so that the one-time set-up token is needed.
    boolean isEmpty();

    /// The person of that name.
    Optional<Owner> byName(String name);

    /// Lets a person enter.
    void add(Owner owner);
}
