package imtokenpay.adapter.evm.coin;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.math.BigInteger;

/// How a transaction ended.
///
/// @param fee what its sender paid for it
public record Receipt(String blockHash, boolean worked, BigInteger fee) {
    /// @throws ChainUnavailable if it is of another block than the one where the transaction was found
    void checkIsOf(BlockRef block) {
        if (!blockHash.equals(block.hash())) {
            throw new ChainUnavailable(Reason.INCONSISTENT, "a receipt is not of the block that the node showed");
        }
    }
}
