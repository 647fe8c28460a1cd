package imtokenpay.flow.people;

import imtokenpay.merchant.Owner.Role;
import imtokenpay.merchant.setting.PendingChanges.Key;
import imtokenpay.merchant.setting.PendingChanges.Pending;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A change of what a person may do that has to wait: it makes an owner, or takes somebody's eyes from the shop.
///
/// @param name whom it is about, in small letters
/// @param wish what is to become of him
public record PersonChange(String name, Wish wish) {
    /// What can become of somebody.
    public enum Wish {
        OWNER,
        OPERATOR,
        SUPPORT,
        AUDITOR,
        REMOVED,
        NO_SECOND_FACTOR;

        /// As it is kept, such as `removed`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The role that he has then; empty where it is not about that.
        public Optional<Role> role() {
            return Role.of(word());
        }
    }

    public PersonChange {
        name = name.toLowerCase(Locale.ROOT);
    }

    /// One that gives a role.
    ///
    /// @param role never suspended, which waits for nothing
    public static PersonChange to(Role role, String name) {
        return new PersonChange(name, Wish.valueOf(role.name()));
    }

    /// The one that waits; empty if it is about settings, or this version does not know what is wanted.
    public static Optional<PersonChange> of(Pending pending) {
        var said = pending.texts().map(texts -> texts.get(Pending.WISH));
        return pending.key()
                .person()
                .flatMap(name -> Arrays.stream(Wish.values())
                        .filter(wish -> said.filter(wish.word()::equals).isPresent())
                        .map(wish -> new PersonChange(name, wish))
                        .findFirst());
    }

    /// What waits is known by.
    public String subject() {
        return Key.ofPerson(name);
    }

    /// As it is kept while it waits.
    public Map<String, String> texts() {
        return Map.of(Pending.WISH, wish.word());
    }

    /// Such as `remove ben, an owner`.
    public String words() {
        return switch (wish) {
            case OWNER -> "make " + name + " an owner";
            case OPERATOR, SUPPORT, AUDITOR -> "make " + name + " no owner any more, but " + wish.word();
            case REMOVED -> "remove " + name + ", an owner";
            case NO_SECOND_FACTOR -> "switch off the second factor of " + name + ", an owner";
        };
    }
}
