package imtokenpay.merchant;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A person who may enter the admin screens.
///
/// @param name 1 to 64 characters, compared without regard to case
/// @param passwordHash as the platform's password hash writes it, salt and cost included
/// @param role what he may do there
public record Owner(String name, String passwordHash, Role role) {
    /// A person who may do everything.
    public Owner(String name, String passwordHash) {
        this(name, passwordHash, Role.OWNER);
    }

    /// What a person may do on the admin screens. What stands nowhere is not allowed.
    public enum Role {
        /// Everything.
        OWNER,
        /// The daily business: payments, refunds, campaigns, prices, events for stores.
        OPERATOR,
        /// Looks at payments and says why money has not arrived; changes nothing.
        SUPPORT,
        /// Looks at everything but secrets; changes nothing.
        AUDITOR,
        /// An owner from whom another one took his powers at once: he sees what waits, stops it, does the same to
        /// others, and ends young keys and people who are no owners; nothing else.
        SUSPENDED;

        /// Whether he watches over the shop: sees to it that nothing dangerous takes effect.
        public boolean isWatching() {
            return this == OWNER || this == SUSPENDED;
        }

        /// As it is kept and shown, such as `owner`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The role of that word.
        public static Optional<Role> of(String word) {
            return Arrays.stream(values())
                    .filter(role -> role.word().equals(word))
                    .findFirst();
        }
    }
}
