package imtokenpay.webhook;

import java.net.URI;
import java.util.List;

/// Where a store is told.
///
/// @param secrets what its calls are signed with, the newest first; two while the store goes from one to the other
public record WebhookEndpoint(String storeId, URI address, List<Signature.Secret> secrets) {
    private static final int SECRETS_MAX = 2;

    public WebhookEndpoint {
        secrets = List.copyOf(secrets);
        if (secrets.isEmpty() || secrets.size() > SECRETS_MAX) {
            throw new IllegalArgumentException("an endpoint has one secret, or two while they change");
        }
    }

    public WebhookEndpoint(String storeId, URI address, Signature.Secret secret) {
        this(storeId, address, List.of(secret));
    }
}
