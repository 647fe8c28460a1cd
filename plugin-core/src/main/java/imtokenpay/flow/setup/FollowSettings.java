package imtokenpay.flow.setup;

import imtokenpay.flow.UseCase;
import imtokenpay.merchant.setting.KeptSettings;
import jakarta.inject.Inject;

/// Brings what is kept into use: at the start, and on every node soon after a change.
@UseCase
public class FollowSettings {
    private final KeptSettings settings;
    private final Arrangement arrangement;
    private final CheckAddresses check;

    @Inject
    public FollowSettings(KeptSettings settings, Arrangement arrangement, CheckAddresses check) {
        this.settings = settings;
        this.arrangement = arrangement;
        this.check = check;
    }

    /// Brings the newest settings into use, unless they are already.
    ///
    /// @return the version in use
    /// @throws IllegalArgumentException or [IllegalStateException] in words for the integrator if
    /// they cannot be used;
    /// what is in use stays
    public long follow() {
        arrangement.tidy();
        if (settings.version() != arrangement.version()) {
            bringIntoUse(settings.all());
        }
        return arrangement.version();
    }

    private void bringIntoUse(KeptSettings.Kept kept) {
        try (var draft = arrangement.draft(kept.texts())) {
            check.provide(draft);
        }
        arrangement.use(kept.texts(), kept.version());
    }
}
