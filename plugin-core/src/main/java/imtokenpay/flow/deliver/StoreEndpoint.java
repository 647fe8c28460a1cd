package imtokenpay.flow.deliver;

import imtokenpay.merchant.Store;
import java.net.URI;
import java.time.Instant;

/// Where a store is told, and whether it is.
public record StoreEndpoint(Store store, URI address, Standing standing) {
    /// Whether anything is sent there.
    public sealed interface Standing {
        /// Events are sent.
        record Enabled() implements Standing {}

        /// It answered 410 Gone: what happened since then is kept until a person enables it.
        record Disabled(Instant since) implements Standing {}
    }
}
