package imtokenpay.merchant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The people who may enter the admin screens.
public interface Owners {
    /// Whether nobody may enter yet, so that the one-time set-up token is needed.
    boolean isEmpty();

    /// The person of that name.
    Optional<Owner> byName(String name);

    /// All of them, by their names.
    List<Owner> all();

    /// Lets a person enter.
    ///
    /// @return false when somebody of that name may enter already; nothing was changed then
    boolean add(Owner owner);

    /// Gives a person another password; nothing happens where there is no such person.
    void replace(Owner owner);

    /// Gives a person another role; nothing happens where there is no such person.
    void assign(String name, Owner.Role role);

    /// Whether a person is an owner now and has been one without a break since that moment: who was removed or had
    /// another role meanwhile has not.
    boolean wasOne(String name, Instant then);

    /// Since when a person has had his role; empty for those of before that was kept, and for nobody.
    Optional<Instant> since(String name);

    /// Lets a person enter no more.
    ///
    /// @return whether there was such a person
    boolean remove(String name);
}
