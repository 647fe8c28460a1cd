package imtokenpay.flow.setup;

import imtokenpay.flow.Pass;
import jakarta.inject.Inject;

/// Keeps a change and brings it into use on this node at once; other nodes follow within a second or two.
@Pass
public class SetUpShop {
    private final ChangeSettings settings;
    private final FollowSettings follow;

    @Inject
    public SetUpShop(ChangeSettings settings, FollowSettings follow) {
        this.settings = settings;
        this.follow = follow;
    }

    /// Keeps a change.
    ///
    /// @param by the name that the person has signed in with
    /// @return whether it is kept; else it waits, and what was in use stays
    /// @throws IllegalArgumentException in words for the admin if it is wrong or dangerous; nothing
    /// was changed then
    /// @throws IllegalStateException in words for the integrator if nothing can be kept
    public boolean keep(SettingChange change, String by) {
        var isKept = settings.change(change, by);
        follow.follow();
        return isKept;
    }
}
