package imtokenpay.merchant;

/// A person who may enter the admin screens.
///
/// @param name 1 to 64 characters, compared without regard to case
/// @param passwordHash as the platform's password hash writes it, salt and cost included
public record Owner(String name, String passwordHash) {}
