package imtokenpay.adapter.jpa.factor;

import imtokenpay.merchant.factor.FactorSecret;

/// How the secrets of second factors stand in the database: plainly, behind a word that says so. The
/// one place to seal them with a key.
final class OwnerSecrets {
    private static final String PLAIN = "plain:";

    private OwnerSecrets() {}

    /// What is kept.
    static String kept(FactorSecret secret) {
        return PLAIN + secret.hex();
    }

    /// The secret that was kept so.
    ///
    /// @throws IllegalStateException if it was kept in another way
    static FactorSecret read(String kept) {
        if (!kept.startsWith(PLAIN)) {
            throw new IllegalStateException("the secret of a second factor is kept in a way that is not known here");
        }
        return FactorSecret.ofHex(kept.substring(PLAIN.length()));
    }
}
