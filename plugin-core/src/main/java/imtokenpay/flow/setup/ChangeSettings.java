package imtokenpay.flow.setup;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.audit.Action;
import imtokenpay.flow.audit.AuditTrail;
import imtokenpay.flow.audit.Deed;
import imtokenpay.merchant.setting.KeptSettings;
import imtokenpay.merchant.setting.PendingChanges.Pending;
import jakarta.inject.Inject;
import java.util.Map;

/// Keeps what an admin sets up. It is tried out first, as it would be at a start: what the start
/// would refuse is never kept.
@UseCase
public class ChangeSettings {
    private static final String LOCKED = "imtoken.settings.locked";

    private final KeptSettings settings;
    private final Arrangement arrangement;
    private final CheckAddresses check;
    private final HoldChange hold;
    private final AuditTrail audit;

    @Inject
    public ChangeSettings(
            KeptSettings settings, Arrangement arrangement, CheckAddresses check, HoldChange hold, AuditTrail audit) {
        this.settings = settings;
        this.arrangement = arrangement;
        this.check = check;
        this.hold = hold;
        this.audit = audit;
    }

    /// All that is kept now.
    public Map<String, String> kept() {
        return settings.all().texts();
    }

    /// Keeps a change, or has it wait. What is kept is in use once [FollowSettings] has seen it.
    ///
    /// @param by the name that the person has signed in with
    /// @return whether it is kept; else it waits
    /// @throws IllegalArgumentException in words for the admin if it is wrong or dangerous
    /// @throws IllegalStateException in words for the integrator if nothing can be kept
    public boolean change(SettingChange change, String by) {
        var kept = settings.locked().texts();
        var difference = change.difference(kept);
        hold.checkRole(difference, change.texts().isEmpty(), by);
        var next = allowed(change, kept);
        if (change.texts().isEmpty()) {
            keep(next);
            var also = hold.drop(change.subject()) ? ", and the change that waited for it is stopped" : "";
            audit.add(Deed.of(by, Action.SETTINGS_CHANGED, change.subject() + "*", change.words() + also));
            return true;
        }
        try (var draft = arrangement.draft(next)) {
            check.check(draft.provided(), draft.modes());
        }
        if (hold.hold(difference, kept, by)) {
            audit.add(Deed.of(by, Action.CHANGE_ASKED, change.subject() + "*", difference.words()));
            return false;
        }
        keep(next);
        audit.add(Deed.of(by, Action.SETTINGS_CHANGED, change.subject() + "*", change.words()));
        return true;
    }

    /// Keeps a change that has waited for long enough, over whatever has changed meanwhile.
    ///
    /// @throws IllegalArgumentException in words for the admin if it is wrong or dangerous by now
    /// @throws IllegalStateException in words for the integrator if it does not open, or nothing can be kept
    public void bring(Pending pending) {
        var subject = pending.key().subject();
        var texts = pending.texts()
                .orElseThrow(() -> new IllegalStateException("What was to change in " + subject
                        + "* was sealed with another key than the one in imtoken.settings.key,"
                        + " or somebody has changed it in the database. Have it stopped."));
        var kept = settings.locked().texts();
        var difference = SettingChange.of(subject, texts);
        keep(allowed(difference.over(kept), kept));
        hold.drop(subject);
        var words = "asked for on " + pending.key().askedAt() + ": " + difference.words();
        audit.add(Deed.of(pending.by(), Action.SETTINGS_CHANGED, subject + "*", words));
    }

    private Map<String, String> allowed(SettingChange change, Map<String, String> kept) {
        if (arrangement.text(LOCKED).filter(Boolean::parseBoolean).isPresent()) {
            throw new IllegalArgumentException(
                    "Nothing can be changed here: the server's own configuration says " + LOCKED + "=true.");
        }
        change.keys().filter(arrangement::isConfigured).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException(
                    "The server's own configuration sets " + key + ", so it can be changed only there.");
        });
        return change.in(kept);
    }

    private void keep(Map<String, String> next) {
        try (var draft = arrangement.draft(next)) {
            check.provide(draft);
        }
        settings.keep(next);
    }
}
