package imtokenpay.chain.family;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// What people type where an address belongs, recognised by its shape alone: so that each family can say what
/// the text is instead of only what it is not.
public enum Typed {
    /// A private key, an extended private key or words of a recovery phrase; Bitcoin's wallets write a
    /// private key in base58check, under a password (BIP-38) or not. A letter too many or too few makes it no
    /// less a secret.
    SECRET(
            "(0x)?[0-9a-fA-F]{64}|[xyztuv]prv.*|.*\\w\\s+\\w.*"
                    + "|[5KLc9][1-9A-HJ-NP-Za-km-z]{49,52}|6P[1-9A-HJ-NP-Za-km-z]{54,57}",
            "a secret"),
    /// An extended public key (BIP-32, SLIP-132).
    ACCOUNT("[xyztuv]pub[1-9A-HJ-NP-Za-km-z]{100,}", "the public key of a whole account, which belongs in xpub"),
    /// Twenty bytes in hexadecimal digits.
    ETHEREUM("0x[0-9a-fA-F]{40}", "an address of Ethereum and its kin"),
    /// What `41` and twenty bytes are in base58check.
    TRON("T[1-9A-HJ-NP-Za-km-z]{33}", "an address of TRON"),
    /// Base58check of P2PKH and P2SH, or bech32 (BIP-173).
    BITCOIN("[13][1-9A-HJ-NP-Za-km-z]{25,34}|(?i:bc1[02-9ac-hj-np-z]{11,87})", "an address of Bitcoin"),
    /// The same of Bitcoin's test nets.
    BITCOIN_TEST(
            "[mn2][1-9A-HJ-NP-Za-km-z]{25,34}|(?i:(tb|bcrt)1[02-9ac-hj-np-z]{11,87})",
            "an address of a test net of Bitcoin");

    private final Pattern shape;
    private final String words;

    Typed(String shape, String words) {
        this.shape = Pattern.compile(shape);
        this.words = words;
    }

    /// What the text looks like; empty if like none of these.
    public static Optional<Typed> of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.shape.matcher(text).matches())
                .findFirst();
    }

    /// What to answer to a text that is no address of the family that it was typed for.
    ///
    /// @param wanted how that family's addresses look
    public static IllegalArgumentException wrong(String text, String wanted) {
        var kind = of(text);
        if (kind.equals(Optional.of(SECRET))) {
            return new IllegalArgumentException(
                    "a private key or a recovery phrase must never be entered: whoever reads"
                            + " it takes the money. Enter the address, and move the money to a new wallet");
        }
        var what = kind.map(some -> some.words + ", not ").orElse("not ");
        return new IllegalArgumentException("'" + text + "' is " + what + wanted);
    }
}
