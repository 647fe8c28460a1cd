package imtokenpay.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/// Where the demo's wallet is told to pay. Only a wallet on this machine is ever linked: a real checkout page
/// must lead to no wallet but the shopper's own.
@Dependent
public class DevWalletLink {
    private final Config config;

    @Inject
    public DevWalletLink(Config config) {
        this.config = config;
    }

    Optional<URI> address() {
        return config.getOptionalValue("imtoken.dev-wallet-url", String.class)
                .map(URI::create)
                .filter(link -> "127.0.0.1".equals(link.getHost()));
    }
}
