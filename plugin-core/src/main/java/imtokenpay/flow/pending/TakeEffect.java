package imtokenpay.flow.pending;

import imtokenpay.flow.Pass;
import imtokenpay.flow.pending.Approvers.Way;
import imtokenpay.merchant.setting.PendingChanges.Pending;
import jakarta.inject.Inject;
import java.time.InstantSource;

/// Has changes take effect whose time has come. One that would be refused by now is stopped: it must
/// not take effect at some later moment that nobody was told of.
@Pass
public class TakeEffect {
    private static final String US = "imtoken-pay";

    private final ShowPending pending;
    private final DecideChange decide;
    private final Approvers approvers;
    private final InstantSource clock;

    @Inject
    public TakeEffect(ShowPending pending, DecideChange decide, Approvers approvers, InstantSource clock) {
        this.pending = pending;
        this.decide = decide;
        this.approvers = approvers;
        this.clock = clock;
    }

    /// Looks at all that waits. What somebody has changed in the database is left for a person to stop.
    public void look() {
        var now = clock.instant();
        pending.all().stream()
                .filter(change -> !change.due().isAfter(now) && change.texts().isPresent())
                .filter(change -> approvers.way(change) != Way.APPROVAL)
                .forEach(this::bring);
    }

    private void bring(Pending change) {
        try {
            decide.bring(change.key());
        } catch (IllegalArgumentException wrong) {
            decide.stop(change.key(), US, ", which cannot take effect: " + wrong.getMessage());
        }
    }
}
