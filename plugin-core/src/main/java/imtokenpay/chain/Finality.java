package imtokenpay.chain;

import imtokenpay.money.ChainId;
import java.math.BigInteger;

/// When a transfer counts as final.
public sealed interface Finality {
    /// How many confirmations can be asked for at most.
    int CONFIRMATIONS_MAX = 10_000;

    /// Final after a number of confirmations, the transfer's own block counting 1.
    ///
    /// @param confirmations 1 to 10,000; a transfer that is in no block is never final
    record Depth(int confirmations) implements Finality {
        public Depth {
            check(confirmations);
        }
    }

    /// Final after a number of confirmations, and not before the chain itself calls the block final: on
    /// Ethereum when two thirds of the stake have voted for it twice (Casper FFG), on its L2s when Ethereum
    /// has their batch for good.
    ///
    /// @param confirmations as above
    record Finalized(int confirmations) implements Finality {
        public Finalized {
            check(confirmations);
        }
    }

    /// The rule of an asset: small sums by depth, large ones only once the chain calls the block final.
    ///
    /// @param confirmations as above
    /// @param finalFrom from this amount on, in the asset's smallest unit, 0 or more
    record Tiered(int confirmations, BigInteger finalFrom) implements Finality {
        public Tiered {
            check(confirmations);
            if (finalFrom.signum() < 0) {
                throw new IllegalArgumentException("the amount from which on a payment must be final is below zero");
            }
        }

        @Override
        public Finality of(BigInteger units) {
            return units.compareTo(finalFrom) < 0 ? new Depth(confirmations) : new Finalized(confirmations);
        }
    }

    /// Whether that chain calls blocks final. On Bitcoin more work can replace any of them.
    static boolean isCalledOn(ChainId chain) {
        return !chain.family().equals("bip122");
    }

    /// What holds for a payment of that many of the asset's smallest unit.
    default Finality of(BigInteger units) {
        return this;
    }

    /// Whether the transfer is final in that view.
    default boolean reached(Transfer transfer, ChainView view) {
        var isDeep = view.confirmations(transfer) >= confirmationsRequired();
        return switch (this) {
            case Depth depth -> isDeep;
            case Finalized both -> isDeep && view.isFinal(transfer);
            case Tiered undecided -> isDeep && view.isFinal(transfer);
        };
    }

    /// How many confirmations to show as the goal.
    default int confirmationsRequired() {
        return switch (this) {
            case Depth(int confirmations) -> confirmations;
            case Finalized(int confirmations) -> confirmations;
            case Tiered(int confirmations, BigInteger from) -> confirmations;
        };
    }

    /// How it is written where programs read it: what a payment waits for.
    default String word() {
        return this instanceof Depth ? "confirmations" : "finalized";
    }

    private static void check(int confirmations) {
        if (confirmations < 1 || confirmations > CONFIRMATIONS_MAX) {
            throw new IllegalArgumentException("confirmations must be 1 to " + CONFIRMATIONS_MAX);
        }
    }
}
