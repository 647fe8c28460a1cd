package imtokenpay.adapter.jpa.webhook;

import imtokenpay.webhook.trouble.DisabledEndpoint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;

/// An endpoint that nothing is sent to.
@Entity
@Table(name = "webhook_disabled")
class DisabledEndpointRow {
    @Id
    @Column(name = "store_id")
    String storeId = "";

    String address = "";
    Instant since = Instant.EPOCH;

    DisabledEndpoint endpoint() {
        return new DisabledEndpoint(storeId, URI.create(address), since);
    }
}
