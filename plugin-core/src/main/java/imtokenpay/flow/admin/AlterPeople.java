package imtokenpay.flow.admin;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.audit.Action;
import imtokenpay.flow.audit.AuditTrail;
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
import java.util.function.Predicate;

/// Carries out what changes people. Each deed goes into the audit log first, which one writes after the
/// other: of two owners who remove each other at the same moment, the second one is no owner by then.
@UseCase
public class AlterPeople {
    private final Owners owners;
    private final SecondFactors factors;
    private final PendingChanges pending;
    private final AuditTrail audit;
    private final TellPeople tell;

    @Inject
    public AlterPeople(
            Owners owners, SecondFactors factors, PendingChanges pending, AuditTrail audit, TellPeople tell) {
        this.owners = owners;
        this.factors = factors;
        this.pending = pending;
        this.audit = audit;
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
        audit.add(Deed.of(
                by.name(),
                Action.OWNER_MADE,
                person.name().toLowerCase(Locale.ROOT),
                person.role().word() + ", by " + by.words()));
        check(by, role -> role == Role.OWNER);
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
        var also = drop(name);
        audit.add(Deed.of(by.name(), Action.OWNER_REMOVED, name, "by " + by.words() + also));
        check(by, role -> role == Role.OWNER);
        tell.mail(by.name(), "removed " + name);
        if (isWatching) {
            tell.show(name, Event.NO_OWNER_ANY_MORE, by.name());
        }
        owners.remove(name);
    }

    /// Gives a person another role.
    void assign(String name, Role role, Who by) {
        var isWatching = isWatching(name);
        audit.add(Deed.of(by.name(), Action.ROLE_CHANGED, name, role.word() + ", by " + by.words() + drop(name)));
        check(by, who -> role == Role.SUSPENDED ? who.isWatching() : who == Role.OWNER);
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
        audit.add(Deed.of(by.name(), Action.SECOND_FACTOR_REMOVED, name, "by " + by.words()));
        check(by, role -> role == Role.OWNER);
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

    private void check(Who by, Predicate<Role> may) {
        if (owners.byName(by.name()).map(Owner::role).filter(may).isEmpty()) {
            throw new IllegalStateException(by.name() + " is no owner any more and changes nobody");
        }
    }
}
