package imtokenpay.flow.setup;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.audit.Action;
import imtokenpay.flow.audit.AuditTrail;
import imtokenpay.flow.audit.Deed;
import imtokenpay.merchant.AcceptedAssets;
import imtokenpay.merchant.setting.KeptSettings;
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
    private final AcceptedAssets assets;
    private final AuditTrail audit;

    @Inject
    public ChangeSettings(
            KeptSettings settings,
            Arrangement arrangement,
            CheckAddresses check,
            AcceptedAssets assets,
            AuditTrail audit) {
        this.settings = settings;
        this.arrangement = arrangement;
        this.check = check;
        this.assets = assets;
        this.audit = audit;
    }

    /// All that is kept now.
    public Map<String, String> kept() {
        return settings.all().texts();
    }

    /// Keeps a change. It is in use once [FollowSettings] has seen it.
    ///
    /// @param by the name that the person has signed in with
    /// @throws IllegalArgumentException in words for the admin if it is wrong or dangerous
    /// @throws IllegalStateException in words for the integrator if nothing can be kept
    public void change(SettingChange change, String by) {
        if (arrangement.text(LOCKED).filter(Boolean::parseBoolean).isPresent()) {
            throw new IllegalArgumentException(
                    "Nothing can be changed here: the server's own configuration says " + LOCKED + "=true.");
        }
        var kept = settings.locked();
        var next = change.in(kept.texts());
        change.keys().filter(arrangement::isConfigured).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException(
                    "The server's own configuration sets " + key + ", so it can be changed only there.");
        });
        try (var draft = arrangement.draft(next)) {
            check.check(draft.provided(), draft.modes());
            draft.provided().forEach(assets::provide);
        }
        settings.keep(next);
        audit.add(Deed.of(by, Action.SETTINGS_CHANGED, change.subject(), change.words()));
    }
}
