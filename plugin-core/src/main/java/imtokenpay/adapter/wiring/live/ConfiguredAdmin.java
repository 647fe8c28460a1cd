package imtokenpay.adapter.wiring.live;

import imtokenpay.flow.factor.FactorRule;
import imtokenpay.flow.notice.Postman;
import imtokenpay.flow.setup.ChangeRule;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/// Reads what is set for the admin screens by having it made.
@Dependent
public class ConfiguredAdmin {
    @Inject
    public ConfiguredAdmin(FactorRule factors, ChangeRule changes, Postman postman) {}
}
