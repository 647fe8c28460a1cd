package imtokenpay.merchant.setting;

/// Seals what is kept in the database with a key that is not there: whoever can read the database
/// does not read it, and whoever can write to it cannot change it unseen.
public interface Vault {
    /// Seals a text.
    ///
    /// @param name what the text is; a text that was sealed under one name does not open under another
    /// @return at most three bytes for each character and 40 more, in base64
    /// @throws IllegalStateException in words for the integrator if there is no key
    String seal(String name, String text);

    /// Opens what was sealed.
    ///
    /// @throws IllegalStateException in words for the integrator if it was sealed with another key or
    /// under another name, or was changed since
    String open(String name, String sealed);
}
