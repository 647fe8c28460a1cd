package imtokenpay.flow.seen;

import imtokenpay.money.Amount;

/// Money on its way to a payment that no block holds yet. It counts nowhere: it may never come.
///
/// @param amount how much in all; zero where nothing waits
/// @param isReplaceable whether a sender has said that another transaction may take its place
public record Seen(Amount amount, boolean isReplaceable) {}
