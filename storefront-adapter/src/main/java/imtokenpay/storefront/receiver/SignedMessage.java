package imtokenpay.storefront.receiver;

/// A webhook as it came in.
///
/// @param id header `webhook-id`
/// @param timestamp header `webhook-timestamp`, letter for letter, as it is part of what was signed
/// @param signatures header `webhook-signature`, one or several with a space between
/// @param body the raw bytes
public record SignedMessage(String id, String timestamp, String signatures, byte[] body) {

    /// Whether it has what every message of the plugin has.
    boolean complete() {
        return !id.isEmpty() && timestamp.matches("\\d{1,12}") && !signatures.isEmpty() && body.length > 0;
    }

    long seconds() {
        return Long.parseLong(timestamp);
    }
}
