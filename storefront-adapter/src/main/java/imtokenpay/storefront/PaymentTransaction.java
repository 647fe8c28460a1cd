package imtokenpay.storefront;

import java.math.BigDecimal;

/// One transfer that was credited to a payment.
///
/// @param hash the transaction on its chain
/// @param logIndex place within its block; -1 where an Ethereum chain's coin itself was sent; on Bitcoin, the
/// number of the output within its transaction
/// @param amount in whole units of the asset
/// @param confirmations the block itself counts 1
/// @param included false when the transfer has left the chain again
public record PaymentTransaction(String hash, int logIndex, BigDecimal amount, int confirmations, boolean included) {}
