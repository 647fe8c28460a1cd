package imtokenpay.flow.pending;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.audit.Action;
import imtokenpay.flow.audit.AuditTrail;
import imtokenpay.flow.audit.Deed;
import imtokenpay.merchant.setting.PendingChanges.Pending;
import jakarta.inject.Inject;

/// Writes down what became of a change that waited, and has people told.
@UseCase
public class Reporter {
    private final AuditTrail audit;
    private final TellPending tell;

    @Inject
    public Reporter(AuditTrail audit, TellPending tell) {
        this.audit = audit;
        this.tell = tell;
    }

    /// Somebody has decided.
    ///
    /// @param why in a few words behind the rest
    void report(Pending change, String by, Action action, String why) {
        var asked = "asked for by " + change.by() + " on " + change.key().askedAt();
        var word = action == Action.CHANGE_APPROVED ? "approved" : "stopped";
        tell.tell(change, by + " has " + word + " a change" + why + ".");
        audit.add(Deed.of(by, action, change.key().audited(), asked + why));
    }

    /// Its time has come. The audit row is that of the change itself.
    void tookEffect(Pending change) {
        tell.tell(change, "A change takes effect now, since nobody has stopped it.");
    }
}
