package imtokenpay.webhook.trouble;

import java.util.List;

/// The endpoints that nothing is sent to. What waits for them is kept.
public interface DisabledEndpoints {
    /// All of them, one for a store at most.
    List<DisabledEndpoint> all();

    /// Disables it; many may say so at the same time.
    void disable(DisabledEndpoint endpoint);

    /// Enables the store's endpoint.
    void enable(String storeId);
}
