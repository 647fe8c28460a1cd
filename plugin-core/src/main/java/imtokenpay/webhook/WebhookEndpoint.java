package imtokenpay.webhook;

import java.net.URI;

/// Where a store is told.
///
/// @param secret what its calls are signed with
public record WebhookEndpoint(String storeId, URI address, Signature.Secret secret) {}
