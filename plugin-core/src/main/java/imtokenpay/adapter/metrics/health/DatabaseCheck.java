package imtokenpay.adapter.metrics.health;

import imtokenpay.flow.stock.TakeStock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/// Whether the database answers. Why it does not stands in the log: a driver's own words may hold its address.
@Readiness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {
    @Inject
    private @Nullable TakeStock stock;

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("imtoken-pay-database");
        try {
            Objects.requireNonNull(stock).touch();
            return answer.up().build();
        } catch (RuntimeException silent) {
            return answer.down().build();
        }
    }
}
