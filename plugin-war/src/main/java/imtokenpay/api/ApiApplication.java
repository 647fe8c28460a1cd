package imtokenpay.api;

import imtokenpay.api.caller.CallerFilter;
import imtokenpay.api.caller.QueryFilter;
import imtokenpay.api.problem.ProblemMapper;
import imtokenpay.api.problem.UnexpectedMapper;
import imtokenpay.api.refund.RefundsResource;
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
                RatesResource.class,
                WebhookEndpointsResource.class,
                RefundsResource.class,
                EventsResource.class,
                CallerFilter.class,
                QueryFilter.class,
                ProblemMapper.class,
                UnexpectedMapper.class);
    }
}
