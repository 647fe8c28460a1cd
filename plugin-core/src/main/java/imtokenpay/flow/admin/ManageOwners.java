package imtokenpay.flow.admin;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.admin.AlterPeople.Who;
import imtokenpay.flow.audit.Action;
import imtokenpay.flow.audit.AuditTrail;
import imtokenpay.flow.audit.Deed;
import imtokenpay.flow.people.PersonChange;
import imtokenpay.flow.people.PersonChange.Wish;
import imtokenpay.flow.setup.HoldChange;
import imtokenpay.merchant.Owner;
import imtokenpay.merchant.Owner.Role;
import imtokenpay.merchant.Owners;
import imtokenpay.merchant.setting.KeptSettings;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Owners let others in and out again, and say what they may do. Once the shop has taken money, what makes
/// an owner, or takes an owner's eyes from the shop, waits as other changes do; what only brakes is at once:
/// to stop what waits, to suspend an owner, who keeps these brakes himself, and to remove somebody who is none.
/// One who is suspended removes only whoever has just come. An owner always stays:
/// nobody removes himself, or gives himself another role.
@UseCase
public class ManageOwners {
    private final Owners owners;
    private final KeptSettings settings;
    private final HoldChange hold;
    private final AlterPeople alter;
    private final AuditTrail audit;

    @Inject
    public ManageOwners(Owners owners, KeptSettings settings, HoldChange hold, AlterPeople alter, AuditTrail audit) {
        this.owners = owners;
        this.settings = settings;
        this.hold = hold;
        this.alter = alter;
        this.audit = audit;
    }

    /// What became of a wish.
    public enum Outcome {
        /// Nothing: there is no such person, or somebody of that name already, or it is the very one who wants it.
        NOTHING,
        /// It is done.
        DONE,
        /// It waits.
        WAITS
    }

    /// All who may enter, by their names.
    public List<Owner> all() {
        return owners.all();
    }

    /// Lets a person enter. Where another owner has to wait, he is an operator until then.
    ///
    /// @param by who wants it
    /// @return nothing when somebody of that name may enter already
    /// @throws IllegalStateException if whoever wants it is no owner any more
    public Outcome add(Owner person, String by) {
        if (person.role() == Role.SUSPENDED) {
            return Outcome.NOTHING;
        }
        var waits = mustWait() && person.role() == Role.OWNER;
        var now = waits ? new Owner(person.name(), person.passwordHash(), Role.OPERATOR) : person;
        if (!alter.add(now, Who.now(by))) {
            return Outcome.NOTHING;
        }
        return waits ? ask(PersonChange.to(Role.OWNER, person.name()), by) : Outcome.DONE;
    }

    /// The names of those whom a person may remove, or ask to have removed: an owner everybody else, one who is
    /// suspended whoever is no owner and has had his role for less time than such a change waits.
    public List<String> removable(String by) {
        return owners.all().stream()
                .filter(person -> other(person.name(), by).isPresent())
                .filter(person -> alter.mayRemove(person, by))
                .map(Owner::name)
                .toList();
    }

    /// Lets a person enter no more.
    ///
    /// @param by an owner, or one who is suspended
    /// @throws IllegalArgumentException in words for the admin if another change of the same waits, or if one
    ///     who is suspended wants it and the person has been there for too long
    /// @throws IllegalStateException if whoever wants it is no owner any more
    public Outcome remove(String name, String by) {
        var waits = mustWait();
        var person = other(name, by);
        if (person.isEmpty()) {
            return Outcome.NOTHING;
        }
        var gone = person.get();
        if (waits && gone.role().isWatching()) {
            return ask(new PersonChange(gone.name(), Wish.REMOVED), by);
        }
        alter.remove(gone.name(), Who.now(by));
        return Outcome.DONE;
    }

    /// Gives a person another role: never suspended.
    ///
    /// @param by who wants it
    /// @throws IllegalArgumentException in words for the admin if another change of the same waits
    /// @throws IllegalStateException if whoever wants it is no owner any more
    public Outcome assign(String name, Role role, String by) {
        var waits = mustWait();
        var person = other(name, by).filter(one -> one.role() != role);
        if (person.isEmpty() || role == Role.SUSPENDED) {
            return Outcome.NOTHING;
        }
        var changed = person.get();
        if (waits && (role == Role.OWNER || changed.role().isWatching())) {
            return ask(PersonChange.to(role, changed.name()), by);
        }
        alter.assign(changed.name(), role, Who.now(by));
        return Outcome.DONE;
    }

    /// Takes from another owner, at once, all that he may do but to stop what waits and to do the same. So whoever
    /// does it with a stolen password takes nobody's brakes.
    ///
    /// @param by an owner, or one who is suspended himself
    /// @throws IllegalStateException if he is neither any more
    public Outcome suspend(String name, String by) {
        var person = other(name, by).filter(one -> one.role() == Role.OWNER);
        person.ifPresent(owner -> alter.assign(owner.name(), Role.SUSPENDED, Who.now(by)));
        return person.isPresent() ? Outcome.DONE : Outcome.NOTHING;
    }

    /// Switches a colleague's second factor off, who has lost what he needs for it.
    ///
    /// @param by who wants it: never the very one
    /// @return nothing, too, if there is no second factor
    /// @throws IllegalArgumentException in words for the admin if another change of the same waits
    public Outcome reset(String name, String by) {
        var waits = mustWait();
        var person = other(name, by);
        if (person.isEmpty()) {
            return Outcome.NOTHING;
        }
        var other = person.get();
        if (waits && other.role().isWatching()) {
            return ask(new PersonChange(other.name(), Wish.NO_SECOND_FACTOR), by);
        }
        return alter.reset(other.name(), Who.now(by)) ? Outcome.DONE : Outcome.NOTHING;
    }

    /// Gives a person another password.
    public void changePassword(Owner owner) {
        owners.replace(owner);
        audit.add(Deed.of(owner.name(), Action.PASSWORD_CHANGED, owner.name(), ""));
    }

    private Optional<Owner> other(String name, String by) {
        return name.toLowerCase(Locale.ROOT).equals(by.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : owners.byName(name);
    }

    // Whoever decides about what waits locks the settings, too, and before the audit log, as here.
    private boolean mustWait() {
        if (!hold.isNeeded()) {
            return false;
        }
        settings.locked();
        return true;
    }

    private Outcome ask(PersonChange change, String by) {
        if (owners.byName(by).filter(owner -> owner.role() == Role.OWNER).isEmpty()) {
            throw new IllegalStateException(by + " is no owner any more and changes nobody");
        }
        hold.keep(change.subject(), change.texts(), by);
        audit.add(Deed.of(by, Action.CHANGE_ASKED, change.name(), change.words()));
        return Outcome.WAITS;
    }
}
