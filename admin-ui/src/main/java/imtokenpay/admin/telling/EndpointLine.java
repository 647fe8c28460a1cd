package imtokenpay.admin.telling;

import imtokenpay.admin.desk.Words;
import imtokenpay.flow.deliver.StoreEndpoint;
import imtokenpay.flow.deliver.StoreEndpoint.Standing;

/// A store's endpoint, as one line.
public final class EndpointLine {
    private final StoreEndpoint endpoint;

    EndpointLine(StoreEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /// The store's id.
    public String id() {
        return endpoint.store().id();
    }

    /// The store's name.
    public String store() {
        return endpoint.store().name();
    }

    /// Where it is told. Without what follows a question mark: that may be a key.
    public String address() {
        return endpoint.address().toString().replaceAll("\\?.*", "?…");
    }

    /// Whether anything is sent there.
    public boolean isEnabled() {
        return endpoint.standing() instanceof Standing.Enabled;
    }

    /// Since when nothing is.
    public String since() {
        return switch (endpoint.standing()) {
            case Standing.Disabled(var since) -> Words.moment(since);
            case Standing.Enabled() -> "";
        };
    }
}
