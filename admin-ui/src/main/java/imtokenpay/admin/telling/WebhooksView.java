package imtokenpay.admin.telling;

import imtokenpay.flow.deliver.MendDeliveries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/// The stores' endpoints, and what did not arrive there.
@Named("webhooks")
@RequestScoped
public class WebhooksView {
    private static final int SHOWN_MAX = 200;

    private final List<EndpointLine> endpoints;
    private final List<FailedLine> failed;

    /// For the container's proxy only.
    protected WebhooksView() {
        this.endpoints = List.of();
        this.failed = List.of();
    }

    @Inject
    public WebhooksView(MendDeliveries deliveries) {
        this.endpoints = deliveries.endpoints().stream().map(EndpointLine::new).toList();
        this.failed = deliveries.failed(SHOWN_MAX).stream().map(FailedLine::new).toList();
    }

    /// Every endpoint.
    public List<EndpointLine> endpoints() {
        return endpoints;
    }

    /// What failed so far: what is given up first, then the newest.
    public List<FailedLine> failed() {
        return failed;
    }
}
