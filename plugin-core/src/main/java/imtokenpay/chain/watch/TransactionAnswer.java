package imtokenpay.chain.watch;

import imtokenpay.chain.Address;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// What a chain says of one transaction, for a person who asks after it. Nothing is ever credited for it.
public sealed interface TransactionAnswer {
    /// The node has never heard of it.
    record Unknown() implements TransactionAnswer {}

    /// The node has heard of it; no block holds it.
    ///
    /// @param moves what it would move, as far as that shows before a block holds it; may be none of it
    record Pending(List<Move> moves) implements TransactionAnswer {
        public Pending {
            moves = List.copyOf(moves);
        }
    }

    /// A block holds it, and it came to nothing: it moved no money.
    record Failed(long height) implements TransactionAnswer {}

    /// A block holds it.
    ///
    /// @param moves what it moved, as far as the chain says without being asked for every step of a contract
    record Done(long height, List<Move> moves) implements TransactionAnswer {
        public Done {
            moves = List.copyOf(moves);
        }
    }

    /// Money that was moved.
    ///
    /// @param token the token's contract, or how the chain names a token that has none; empty for its
    /// own coin
    /// @param units in the smallest unit, 0 or more
    record Move(Optional<Address> token, Address from, Address to, BigInteger units) {}
}
