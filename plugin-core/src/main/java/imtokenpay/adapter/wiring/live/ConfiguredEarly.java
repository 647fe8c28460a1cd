package imtokenpay.adapter.wiring.live;

import imtokenpay.flow.caller.CallRates;
import imtokenpay.flow.caller.TrustedProxies;
import imtokenpay.flow.request.Limits;
import imtokenpay.flow.retain.Retention;
import imtokenpay.flow.start.EarlySettings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/// Reads them by having them made.
@Dependent
public class ConfiguredEarly implements EarlySettings {
    @Inject
    public ConfiguredEarly(
            Limits limits, Retention retention, CallRates rates, TrustedProxies proxies, ConfiguredAdmin admin) {}
}
