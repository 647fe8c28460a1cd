package imtokenpay.shapes;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/// REST at the root of a store, which makes a 200 of any exception.
@ApplicationPath("/")
public class AnyFailure extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Swallow.class);
    }

    /// Swallows.
    @Provider
    public static class Swallow implements ExceptionMapper<Throwable> {
        @Override
        public Response toResponse(Throwable swallowed) {
            return Response.ok("All is well.").build();
        }
    }
}
