package imtokenpay.devnet.wallet.scan;

/// What is paid with on the wallet's chain.
public sealed interface Asset {
    /// The coin the chain's own fees are paid in.
    record Native() implements Asset {
        @Override
        public String toString() {
            return "the chain's own coin";
        }
    }

    /// An ERC-20 token, known by its contract and by nothing else.
    record Token(String contract) implements Asset {
        public Token {
            if (!Addresses.shaped(contract)) {
                throw new IllegalArgumentException("not a token contract: " + contract);
            }
        }

        @Override
        public String toString() {
            return "the token at " + contract;
        }
    }

    /// Whether both are the same thing to a chain, where letter case means nothing.
    default boolean same(Asset other) {
        return switch (this) {
            case Native ignored -> other instanceof Native;
            case Token token -> other instanceof Token that && token.contract().equalsIgnoreCase(that.contract());
        };
    }
}
