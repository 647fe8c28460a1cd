package imtokenpay.adapter.contract;

import imtokenpay.chain.Address;
import java.math.BigInteger;

/// Somebody's payment, which stays the same transaction in whatever block it is.
///
/// @param number tells it from all others, 1 and up
/// @param units in the asset's smallest unit
/// @param isWorthless whether it only looks like the asset
public record Pay(int number, Address to, BigInteger units, boolean isWorthless) {}
