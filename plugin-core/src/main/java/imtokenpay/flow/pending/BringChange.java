package imtokenpay.flow.pending;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.admin.AlterPeople;
import imtokenpay.flow.setup.ChangeSettings;
import imtokenpay.merchant.setting.PendingChanges.Pending;
import jakarta.inject.Inject;

/// Has a change take effect, of settings or of people.
@UseCase
public class BringChange {
    private final ChangeSettings settings;
    private final AlterPeople people;

    @Inject
    public BringChange(ChangeSettings settings, AlterPeople people) {
        this.settings = settings;
        this.people = people;
    }

    /// Has it take effect; it waits no more then.
    ///
    /// @throws IllegalArgumentException in words for the admin if it is wrong or dangerous by now
    /// @throws IllegalStateException in words for the integrator if it does not open, or nothing can be kept
    void bring(Pending change) {
        if (change.key().person().isPresent()) {
            people.bring(change);
        } else {
            settings.bring(change);
        }
    }
}
