package imtokenpay.adapter.metrics.health;

import imtokenpay.adapter.metrics.pulse.ChainPulses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jspecify.annotations.Nullable;

/// Whether every chain's timer still comes round. A node or a database that does not answer is no reason to start the
/// server anew; a timer that has died is.
@Liveness
@ApplicationScoped
public class LiveCheck implements HealthCheck {
    @Inject
    private @Nullable ChainPulses pulses;

    @Override
    public HealthCheckResponse call() {
        var known = Objects.requireNonNull(pulses);
        var answer = HealthCheckResponse.named("imtoken-pay-timers").up();
        for (var pulse : known.all()) {
            answer.withData(
                    pulse.chain() + " secondsSinceTick", pulse.sinceTick().toSeconds());
            if (known.isDead(pulse)) {
                answer.down();
            }
        }
        return answer.build();
    }
}
