package imtokenpay.flow.pending;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.audit.Action;
import imtokenpay.merchant.setting.KeptSettings;
import imtokenpay.merchant.setting.PendingChanges;
import imtokenpay.merchant.setting.PendingChanges.Key;
import imtokenpay.merchant.setting.PendingChanges.Pending;
import jakarta.inject.Inject;
import java.util.Optional;

/// Ends the waiting of a change, once: whoever decides locks the settings first, on whatever node.
@UseCase
public class DecideChange {
    private final KeptSettings settings;
    private final PendingChanges pending;
    private final BringChange changes;
    private final Approvers approvers;
    private final Reporter reporter;

    @Inject
    public DecideChange(
            KeptSettings settings,
            PendingChanges pending,
            BringChange changes,
            Approvers approvers,
            Reporter reporter) {
        this.settings = settings;
        this.pending = pending;
        this.changes = changes;
        this.approvers = approvers;
        this.reporter = reporter;
    }

    /// Has a change take effect at once.
    ///
    /// @param by the name that the person has signed in with
    /// @return whether it was still waiting
    /// @throws IllegalArgumentException in words for the admin if he may not, or it is wrong by now
    public boolean approve(Key key, String by) {
        var waiting = waiting(key);
        waiting.ifPresent(change -> {
            checkAsker(change);
            if (!approvers.may(by, change)) {
                throw new IllegalArgumentException("Not approved: that is for another owner than " + change.by()
                        + ", who was one when it was asked for, and has been one for as long as such a change waits.");
            }
            reporter.report(change, by, Action.CHANGE_APPROVED, "");
            changes.bring(change);
        });
        return waiting.isPresent();
    }

    /// Sees to it that a change does not take effect.
    ///
    /// @param by the name that the person has signed in with
    /// @param why in a few words
    /// @return whether it was still waiting
    public boolean stop(Key key, String by, String why) {
        var waiting = waiting(key);
        waiting.ifPresent(change -> {
            pending.remove(key.subject());
            reporter.report(change, by, Action.CHANGE_STOPPED, why);
        });
        return waiting.isPresent();
    }

    /// Has a change take effect whose time has come, if whoever asked for it is still an owner.
    ///
    /// @return whether it was still waiting
    /// @throws IllegalArgumentException in words for the admin if it is wrong by now
    public boolean bring(Key key) {
        var waiting = waiting(key);
        waiting.ifPresent(change -> {
            checkAsker(change);
            reporter.tookEffect(change);
            changes.bring(change);
        });
        return waiting.isPresent();
    }

    // He stays, so that an owner always does, whoever else is removed.
    private void checkAsker(Pending change) {
        if (!approvers.isAskerOwner(change)) {
            throw new IllegalArgumentException(
                    change.by() + " is no owner any more, or was none for a while. If it is right, ask for it anew.");
        }
    }

    private Optional<Pending> waiting(Key key) {
        settings.locked();
        return pending.of(key.subject()).filter(change -> change.key().equals(key));
    }
}
