package imtokenpay.flow.caller;

/// How fast calls may come.
///
/// @param key those with one key
/// @param stranger those from one address with keys that nobody has
public record CallRates(CallRate key, CallRate stranger) {}
