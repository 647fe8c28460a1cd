package imtokenpay.adapter.jpa.factor;

import imtokenpay.merchant.factor.FactorSecret;
import imtokenpay.merchant.setting.Vault;

/// How the secrets of second factors stand in the database: sealed, each under its owner's name.
record OwnerSecrets(Vault vault) {
    /// What is kept.
    String kept(String owner, FactorSecret secret) {
        return vault.seal(name(owner), secret.hex());
    }

    /// The secret that was kept so.
    ///
    /// @throws IllegalStateException in words for the integrator if it was sealed with another key or changed
    FactorSecret read(String owner, String kept) {
        return FactorSecret.ofHex(vault.open(name(owner), kept));
    }

    private static String name(String owner) {
        return "second factor of " + owner;
    }
}
