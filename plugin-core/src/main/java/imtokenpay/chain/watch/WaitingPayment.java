package imtokenpay.chain.watch;

import imtokenpay.chain.Address;
import imtokenpay.money.Amount;

/// Money that somebody has sent and no block holds yet, for people who wait to see it. It may never come: it is no
/// money, evidence of nothing, and never kept.
///
/// @param txHash as the chain writes hashes
/// @param amount what one output of it would pay
/// @param isReplaceable whether the sender has said that another may take its place (BIP-125). Without a word of his
/// it can happen all the same
public record WaitingPayment(String txHash, Address receiver, Amount amount, boolean isReplaceable) {}
