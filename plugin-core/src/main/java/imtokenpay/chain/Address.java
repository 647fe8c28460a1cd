package imtokenpay.chain;

/// An account on a chain in that chain's canonical spelling (EIP-55 for Ethereum and its kin), so that equal
/// accounts are equal texts. Adapters make it canonical; rules only compare it.
public record Address(String text) {
    private static final int LENGTH_MAX = 128;

    public Address {
        if (text.isBlank() || text.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("not an address: '" + text + "'");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
