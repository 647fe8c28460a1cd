package imtokenpay.admin.entry;

import java.util.Optional;

/// What the first owner's name and password must be like.
final class SetUpForm {
    private static final int NAME_LENGTH_MAX = 64;

    private SetUpForm() {}

    /// The first thing that is wrong, in words for the owner; empty when all is well.
    static Optional<String> mistake(String name, String password, String again) {
        if (name.isEmpty() || name.length() > NAME_LENGTH_MAX || name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("A name has 1 to " + NAME_LENGTH_MAX + " characters.");
        }
        if (password.length() < Passwords.LENGTH_MIN || password.length() > Passwords.LENGTH_MAX) {
            return Optional.of("A password has " + Passwords.LENGTH_MIN + " to " + Passwords.LENGTH_MAX
                    + " characters. Several words are easy to keep in mind.");
        }
        if (!password.equals(again)) {
            return Optional.of("The two passwords differ.");
        }
        return Optional.empty();
    }
}
