package imtokenpay.flow.admin;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.audit.Action;
import imtokenpay.flow.audit.Deed;
import imtokenpay.flow.people.OwnerNews.Event;
import imtokenpay.flow.people.PersonChange;
import imtokenpay.flow.people.TellPeople;
import imtokenpay.merchant.Owner;
import imtokenpay.merchant.Owner.Role;
import imtokenpay.merchant.Owners;
import imtokenpay.merchant.factor.SecondFactors;
import imtokenpay.merchant.setting.PendingChanges;
import imtokenpay.merchant.setting.PendingChanges.Key;
import imtokenpay.merchant.setting.PendingChanges.Pending;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/// Carries out what changes people.
@UseCase
public class AlterPeople {
    private final Owners owners;
    private final SecondFactors factors;
    private final PendingChanges pending;
    private final Mandate mandate;
    private final TellPeople tell;

    @Inject
    public AlterPeople(Owners owners, SecondFactors factors, PendingChanges pending, Mandate mandate, TellPeople tell) {
        this.owners = owners;
        this.factors = factors;
        this.pending = pending;
        this.mandate = mandate;
        this.tell = tell;
    }

    /// Carries out what has waited for long enough, or was approved.
    ///
    /// @throws IllegalArgumentException in words for the admin if it cannot be done any more
    public void bring(Pending waited) {
        var change = PersonChange.of(waited)
                .orElseThrow(() -> new IllegalArgumentException("This version does not know what that is."));
        if (owners.byName(change.name()).isEmpty()) {
            throw new IllegalArgumentException("There is no " + change.name() + " any more.");
        }
        pending.remove(change.subject());
        var by = waited.by() + ", asked for on " + waited.key().askedAt();
        switch (change.wish()) {
            case OWNER, OPERATOR, SUPPORT, AUDITOR ->
                assign(change.name(), change.wish().role().orElseThrow(), new Who(waited.by(), by));
            case REMOVED -> remove(change.name(), new Who(waited.by(), by));
            case NO_SECOND_FACTOR -> {
                if (!reset(change.name(), new Who(waited.by(), by))) {
                    throw new IllegalArgumentException(change.name() + " has no second factor any more.");
                }
            }
        }
    }

    /// Whether a person may remove that one, at once or by asking for it.
    boolean mayRemove(Owner person, String by) {
        return mandate.mayEnd(by, person.role().isWatching() ? Optional.empty() : owners.since(person.name()));
    }

    /// Who wants something.
    ///
    /// @param name the name that he has signed in with
    /// @param words the same, and since when it has waited if it has
    record Who(String name, String words) {
        /// Somebody who wants it now.
        static Who now(String name) {
            return new Who(name, name);
        }
    }

    /// Lets a person enter.
    ///
    /// @return false when somebody of that name may enter already
    boolean add(Owner person, Who by) {
        if (!owners.add(person)) {
            return false;
        }
        var detail = person.role().word() + ", by " + by.words();
        sign(by, Action.OWNER_MADE, person.name().toLowerCase(Locale.ROOT), detail);
        tell.mail(
                by.name(),
                "let " + person.name() + " enter, with the role "
                        + person.role().word());
        if (person.role() == Role.OWNER) {
            tell.show(person.name(), Event.BECAME_OWNER, by.name());
        }
        return true;
    }

    /// Lets a person enter no more.
    void remove(String name, Who by) {
        var isWatching = isWatching(name);
        var detail = "by " + by.words() + drop(name);
        if (isWatching) {
            sign(by, Action.OWNER_REMOVED, name, detail);
            tell.show(name, Event.NO_OWNER_ANY_MORE, by.name());
        } else {
            var deed = Deed.of(by.name(), Action.OWNER_REMOVED, name, detail);
            if (mandate.end(by.name(), deed, owners.since(name)) == Role.SUSPENDED) {
                tell.show(name, Event.REMOVED_BY_SUSPENDED, by.name());
            }
        }
        tell.mail(by.name(), "removed " + name);
        owners.remove(name);
    }

    /// Gives a person another role.
    void assign(String name, Role role, Who by) {
        var isWatching = isWatching(name);
        var deed = Deed.of(by.name(), Action.ROLE_CHANGED, name, role.word() + ", by " + by.words() + drop(name));
        mandate.sign(by.name(), deed, who -> role == Role.SUSPENDED ? who.isWatching() : who == Role.OWNER);
        tell.mail(by.name(), "given " + name + " the role " + role.word());
        if (role == Role.OWNER) {
            tell.show(name, Event.BECAME_OWNER, by.name());
        } else if (isWatching) {
            tell.show(name, role == Role.SUSPENDED ? Event.SUSPENDED : Event.NO_OWNER_ANY_MORE, by.name());
        }
        owners.assign(name, role);
    }

    /// Switches a person's second factor off, who has lost what he needs for it.
    ///
    /// @return false if there is none
    boolean reset(String name, Who by) {
        if (!factors.remove(name)) {
            return false;
        }
        sign(by, Action.SECOND_FACTOR_REMOVED, name, "by " + by.words());
        tell.mail(by.name(), "switched off the second factor of " + name);
        if (isWatching(name)) {
            tell.show(name, Event.FACTOR_RESET, by.name());
        }
        return true;
    }

    // What was to become of somebody must not become of another one who is let in under his name.
    private String drop(String name) {
        var subject = Key.ofPerson(name);
        var waited = pending.of(subject).isPresent();
        pending.remove(subject);
        return waited ? ", and the change that waited for it is stopped" : "";
    }

    private boolean isWatching(String name) {
        return owners.byName(name).filter(person -> person.role().isWatching()).isPresent();
    }

    // What only an owner does.
    private void sign(Who by, Action action, String name, String detail) {
        mandate.sign(by.name(), Deed.of(by.name(), action, name, detail), role -> role == Role.OWNER);
    }
}
