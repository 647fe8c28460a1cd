package imtokenpay.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/// REST v1.
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                PaymentsResource.class,
                PaymentMethodResource.class,
                EventsResource.class,
                CallerFilter.class,
                ProblemMapper.class,
                UnexpectedMapper.class);
    }
}
