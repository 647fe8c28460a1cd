package imtokenpay.adapter.metrics.health;

import imtokenpay.adapter.metrics.pulse.ChainPulses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/// Whether every chain that has to be read is read as far as it goes. One provider that fails is nothing while another
/// answers; names and addresses of providers are never told.
@Readiness
@ApplicationScoped
public class ChainsCheck implements HealthCheck {
    @Inject
    private @Nullable ChainPulses pulses;

    @Override
    public HealthCheckResponse call() {
        var known = Objects.requireNonNull(pulses);
        var answer = HealthCheckResponse.named("imtoken-pay-chains").up();
        for (var pulse : known.all()) {
            answer.withData(
                            pulse.chain() + " secondsSinceCaughtUp",
                            pulse.sinceCaughtUp().toSeconds())
                    .withData(pulse.chain() + " blocksBehind", pulse.blocksBehind());
            if (known.isStalled(pulse)) {
                answer.down();
            }
        }
        return answer.build();
    }
}
