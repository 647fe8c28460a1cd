package imtokenpay.chain;

/// When a transfer counts as final.
public sealed interface Finality {

    /// Final after a number of confirmations, the transfer's own block counting 1.
    ///
    /// @param confirmations 1 to 10,000; a transfer that is in no block is never final
    record Depth(int confirmations) implements Finality {
        private static final int CONFIRMATIONS_MAX = 10_000;

        public Depth {
            if (confirmations < 1 || confirmations > CONFIRMATIONS_MAX) {
                throw new IllegalArgumentException("confirmations must be 1 to " + CONFIRMATIONS_MAX);
            }
        }
    }

    /// Whether the transfer is final in that view.
    default boolean reached(Transfer transfer, ChainView view) {
        return switch (this) {
            case Depth(int confirmations) -> view.confirmations(transfer) >= confirmations;
        };
    }

    /// How many confirmations to show as the goal.
    default int confirmationsRequired() {
        return switch (this) {
            case Depth(int confirmations) -> confirmations;
        };
    }
}
