package imtokenpay.flow.setup;

import imtokenpay.flow.UseCase;
import imtokenpay.merchant.Owner;
import imtokenpay.merchant.Owner.Role;
import imtokenpay.merchant.Owners;
import imtokenpay.merchant.setting.PendingChanges;
import imtokenpay.merchant.setting.PendingChanges.Key;
import imtokenpay.merchant.setting.PendingChanges.Pending;
import imtokenpay.money.ChainId;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/// Holds a change back that could send money elsewhere, once the shop has taken any: whoever has stolen
/// a password cannot redirect it unseen.
@UseCase
public class HoldChange {
    private final Owners owners;
    private final PendingChanges pending;
    private final ChangeRule rule;
    private final Takings takings;
    private final InstantSource clock;

    @Inject
    public HoldChange(Owners owners, PendingChanges pending, ChangeRule rule, Takings takings, InstantSource clock) {
        this.owners = owners;
        this.pending = pending;
        this.rule = rule;
        this.takings = takings;
        this.clock = clock;
    }

    /// Refuses a change that whoever wants it may not make: owners make all, operators set prices.
    ///
    /// @throws IllegalArgumentException in words for the admin
    void checkRole(SettingChange difference, boolean isRemoval, String by) {
        var role = owners.byName(by).map(Owner::role);
        var isAllowed = role.equals(Optional.of(Role.OWNER))
                || role.equals(Optional.of(Role.OPERATOR)) && !isRemoval && difference.isPriceOnly();
        if (!isAllowed) {
            throw new IllegalArgumentException("Not kept: only an owner changes more than prices.");
        }
    }

    /// Keeps a change as pending if it must wait.
    ///
    /// @param difference what a change differs in from what is kept
    /// @param by the name that the person has signed in with
    /// @return whether it waits now
    /// @throws IllegalArgumentException in words for the admin if another one waits already
    boolean hold(SettingChange difference, Map<String, String> kept, String by) {
        if (!mustWait(difference, kept)) {
            return false;
        }
        keep(difference.subject(), difference.whole(), by);
        return true;
    }

    /// Whether anything waits here: the shop has taken money, and the configuration does not say that nothing shall.
    public boolean isNeeded() {
        return !rule.delay().isZero() && takings.isAny();
    }

    /// Keeps a change as pending. The caller has locked the settings, so that nobody else does so meanwhile.
    ///
    /// @param subject as [Key] has it
    /// @param texts as [Pending] has them
    /// @param by the name that the person has signed in with
    /// @throws IllegalArgumentException in words for the admin if another one waits already
    public void keep(String subject, Map<String, String> texts, String by) {
        pending.of(subject).ifPresent(other -> {
            throw new IllegalArgumentException("Not kept: " + other.by()
                    + " has asked for another change of the same, which waits. Have it stopped first.");
        });
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        pending.add(new Pending(new Key(subject, now), by, now.plus(rule.delay()), Optional.of(texts)));
    }

    /// Ends the waiting of what was to change in a thing that is taken away.
    ///
    /// @return whether something waited
    boolean drop(String subject) {
        var waited = pending.of(subject).isPresent();
        pending.remove(subject);
        return waited;
    }

    private boolean mustWait(SettingChange difference, Map<String, String> kept) {
        if (!isNeeded()) {
            return false;
        }
        if (difference.isForOthers(kept)) {
            return true;
        }
        return difference.isOfNewThing(kept) ? !isUntouched(difference) : !difference.isHarmless();
    }

    // Nothing was ever paid through it, so nothing can be turned away from where it went. What shoppers can pay with is
    // never so: its address is where their money would go.
    private boolean isUntouched(SettingChange thing) {
        return switch (thing.kind()) {
            case NETWORK -> !takings.isAskedOn(new ChainId(thing.texts().getOrDefault("chain", "")));
            case STORE -> !takings.isAskedBy(thing.name());
            case ASSET -> false;
        };
    }
}
