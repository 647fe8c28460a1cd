package imtokenpay.admin.gate;

import imtokenpay.flow.caller.TrustedProxies;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;

/// Where somebody comes from. Tries are counted by it, so it must not be the proxy that everybody comes through: else a
/// stranger who guesses keeps all owners out.
@Dependent
public class Client {
    private final TrustedProxies proxies;

    @Inject
    public Client(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    /// The address, in digits.
    public String address(HttpServletRequest request) {
        var forwarded = Collections.list(request.getHeaders("X-Forwarded-For"));
        return proxies.client(request.getRemoteAddr(), forwarded).getHostAddress();
    }
}
