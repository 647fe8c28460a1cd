package imtokenpay.webhook.trouble;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Disabled endpoints in memory.
public final class MemoryDisabledEndpoints implements DisabledEndpoints {
    private final Map<String, DisabledEndpoint> endpoints = new ConcurrentHashMap<>();

    @Override
    public List<DisabledEndpoint> all() {
        return List.copyOf(endpoints.values());
    }

    @Override
    public void disable(DisabledEndpoint endpoint) {
        endpoints.put(endpoint.storeId(), endpoint);
    }

    @Override
    public void enable(String storeId) {
        endpoints.remove(storeId);
    }
}
