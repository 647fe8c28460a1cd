package imtokenpay.adapter.metrics.health;

import imtokenpay.adapter.metrics.pulse.ChainPulses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;
import org.jspecify.annotations.Nullable;

/// Whether the database has this version's schema and the configuration was accepted, with how many chains.
@Startup
@ApplicationScoped
public class StartedCheck implements HealthCheck {
    @Inject
    private @Nullable ChainPulses pulses;

    @Override
    public HealthCheckResponse call() {
        var known = Objects.requireNonNull(pulses);
        return HealthCheckResponse.named("imtoken-pay-started")
                .status(known.isStarted())
                .withData("chains", known.all().size())
                .build();
    }
}
