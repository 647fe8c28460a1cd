package imtokenpay.api.caller;

import imtokenpay.api.problem.Problem;
import imtokenpay.flow.caller.Admission.Admitted;
import imtokenpay.flow.caller.Admission.Elsewhere;
import imtokenpay.flow.caller.Admission.TooMany;
import imtokenpay.flow.caller.Admission.Unknown;
import imtokenpay.flow.caller.AdmitCall;
import imtokenpay.flow.caller.Caller;
import imtokenpay.flow.caller.TrustedProxies;
import imtokenpay.merchant.ApiKey;
import imtokenpay.merchant.Store;
import imtokenpay.merchant.key.Scope;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.net.InetAddress;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds out who calls and whether he may, before anything else is looked at. There is no other way in.
@Provider
@Priority(Priorities.AUTHENTICATION)
@Dependent
public class CallerFilter implements ContainerRequestFilter {
    private static final String CALLER = "imtokenpay.caller";
    private static final String SCHEME = "Bearer ";

    private final AdmitCall calls;
    private final TrustedProxies proxies;

    @Context
    private @Nullable ResourceInfo called;

    @Context
    private @Nullable HttpServletRequest wire;

    @Inject
    public CallerFilter(AdmitCall calls, TrustedProxies proxies) {
        this.calls = calls;
        this.proxies = proxies;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var admission = calls.admit(key(request.getHeaderString("Authorization")), client());
        switch (admission) {
            case Admitted(Caller caller) -> {
                check(caller, needed());
                request.setProperty(CALLER, caller);
            }
            case Unknown unknown ->
                throw new Problem(
                        401,
                        "unknown_api_key",
                        "No store has this key. Send Authorization: Bearer followed by the store's API key.");
            case Elsewhere elsewhere ->
                throw new Problem(
                        403, "address_not_allowed", "This key may not be used from the address that you call from.");
            case TooMany(var pause) -> throw Problem.tooMany(pause);
        }
    }

    /// Who calls.
    public static Caller caller(ContainerRequestContext request) {
        return (Caller) request.getProperty(CALLER);
    }

    /// The store that calls.
    public static Store store(ContainerRequestContext request) {
        return caller(request).store();
    }

    private static void check(Caller caller, Scope needed) {
        if (!caller.rights().scopes().contains(needed)) {
            throw new Problem(
                    403,
                    "scope_missing",
                    "This call needs a key with the scope " + needed.word() + "; yours has it not.");
        }
    }

    private Scope needed() {
        // OPTIONS is answered by the server itself, from no method of ours.
        return Optional.ofNullable(Objects.requireNonNull(called).getResourceMethod())
                .flatMap(method -> Optional.ofNullable(method.getAnnotation(Needs.class)))
                .map(Needs::value)
                .orElseThrow(() -> new NotAllowedException("GET, POST"));
    }

    private InetAddress client() {
        var request = Objects.requireNonNull(wire);
        return proxies.client(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    private static Optional<ApiKey> key(@Nullable String header) {
        return Optional.ofNullable(header)
                .filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(text -> text.substring(SCHEME.length()).strip())
                .filter(ApiKey::isStrong)
                .map(ApiKey::of);
    }
}
