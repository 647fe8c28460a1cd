package imtokenpay.flow.caller;

import imtokenpay.merchant.Store;
import imtokenpay.merchant.key.Rights;

/// A store that calls.
///
/// @param key the name of the key that it calls with, not the key
public record Caller(Store store, String key, Rights rights) {}
