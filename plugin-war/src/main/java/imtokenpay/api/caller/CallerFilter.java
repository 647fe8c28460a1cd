package imtokenpay.api.caller;

import imtokenpay.api.problem.Problem;
import imtokenpay.merchant.ApiKey;
import imtokenpay.merchant.Store;
import imtokenpay.merchant.Stores;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds out which store calls, before anything else is looked at. There is no other way in.
@Provider
@Priority(Priorities.AUTHENTICATION)
@Dependent
public class CallerFilter implements ContainerRequestFilter {
    private static final String STORE = "imtokenpay.store";
    private static final String SCHEME = "Bearer ";

    private final Stores stores;

    @Inject
    public CallerFilter(Stores stores) {
        this.stores = stores;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var store = key(request.getHeaderString("Authorization")).flatMap(stores::byApiKey);
        if (store.isEmpty()) {
            request.abortWith(new Problem(
                            401,
                            "unknown_api_key",
                            "No store has this key. Send Authorization: Bearer followed by the store's API key.")
                    .answer());
            return;
        }
        request.setProperty(STORE, store.get());
    }

    /// The store that calls.
    public static Store store(ContainerRequestContext request) {
        return (Store) request.getProperty(STORE);
    }

    private static Optional<ApiKey> key(@Nullable String header) {
        return Optional.ofNullable(header)
                .filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(text -> text.substring(SCHEME.length()).strip())
                .filter(ApiKey::isStrong)
                .map(ApiKey::of);
    }
}
