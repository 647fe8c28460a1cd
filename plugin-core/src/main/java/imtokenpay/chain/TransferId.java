package imtokenpay.chain;

import imtokenpay.money.ChainId;

/// What makes a transfer that transfer and no other. One transaction may pay twice, so the hash alone is not
/// enough.
///
/// @param logIndex the log's index within its block, or [#NATIVE] for the value that the transaction itself
/// carries; on Bitcoin, where a transaction pays by its outputs, the output's number
public record TransferId(ChainId chain, String txHash, int logIndex) {
    /// The log index of a native coin's transfer on Ethereum and its kin, which leaves no log.
    public static final int NATIVE = -1;
}
