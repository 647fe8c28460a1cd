package imtokenpay.flow.pending;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.pending.Approvers.Way;
import imtokenpay.merchant.setting.KeptSettings;
import imtokenpay.merchant.setting.PendingChanges;
import imtokenpay.merchant.setting.PendingChanges.Pending;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What waits, in words for whoever must notice it.
@UseCase
public class ShowPending {
    private final PendingChanges pending;
    private final KeptSettings settings;
    private final Approvers approvers;

    @Inject
    public ShowPending(PendingChanges pending, KeptSettings settings, Approvers approvers) {
        this.pending = pending;
        this.settings = settings;
        this.approvers = approvers;
    }

    /// A change that waits.
    ///
    /// @param words what it changes, from what to what, without secrets
    /// @param approvers the names of those who may have it take effect at once
    /// @param way how it comes to take effect
    /// @param since from when on whom it makes an owner has had the role of now; empty for other changes
    public record Notice(Pending pending, String words, List<String> approvers, Way way, Optional<Instant> since) {
        /// Whether it can take effect; else somebody has changed it in the database, or the key is another one.
        public boolean isSound() {
            return pending.texts().isPresent();
        }
    }

    /// What waits, in the order in which it was asked for.
    public List<Pending> all() {
        return pending.all();
    }

    /// What waits, in words.
    ///
    /// @throws IllegalStateException in words for the integrator if kept settings do not open
    public List<Notice> notices() {
        var waiting = pending.all();
        if (waiting.isEmpty()) {
            return List.of();
        }
        var words = new ChangeWords(settings.all().texts());
        return waiting.stream()
                .map(change -> new Notice(
                        change,
                        words.of(change),
                        approvers.of(change),
                        approvers.way(change),
                        approvers.newcomerSince(change)))
                .toList();
    }
}
