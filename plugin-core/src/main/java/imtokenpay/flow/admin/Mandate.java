package imtokenpay.flow.admin;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.audit.AuditTrail;
import imtokenpay.flow.audit.Deed;
import imtokenpay.flow.setup.ChangeRule;
import imtokenpay.merchant.Owner;
import imtokenpay.merchant.Owner.Role;
import imtokenpay.merchant.Owners;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/// Writes a deed into the audit log, then looks whether whoever wants it may. In this order, since one writes there
/// after the other: of two owners who end each other at the same moment, the second one is none by then.
@UseCase
public class Mandate {
    private final Owners owners;
    private final AuditTrail audit;
    private final ChangeRule rule;
    private final InstantSource clock;

    @Inject
    public Mandate(Owners owners, AuditTrail audit, ChangeRule rule, InstantSource clock) {
        this.owners = owners;
        this.audit = audit;
        this.rule = rule;
        this.clock = clock;
    }

    /// Writes a deed down that takes a role.
    ///
    /// @param by who wants it
    /// @throws IllegalStateException if he has no such role any more
    void sign(String by, Deed deed, Predicate<Role> may) {
        audit.add(deed);
        if (role(by).filter(may).isEmpty()) {
            throw refused(by);
        }
    }

    /// Writes a deed down that ends somebody's way in, or a key: an owner's, or, where it is young, that of one who is
    /// suspended. So whoever finds a thief ends what he has just made, even when all owners are suspended.
    ///
    /// @param by who wants it
    /// @param since from when on there is what ends; empty if that is not known
    /// @return the role in which he does it
    /// @throws IllegalArgumentException in words for the admin if he is suspended, and it is too old for that
    /// @throws IllegalStateException if he is no owner any more
    Role end(String by, Deed deed, Optional<Instant> since) {
        audit.add(deed);
        var role = role(by).filter(Role::isWatching).orElseThrow(() -> refused(by));
        if (!mayEnd(role, since)) {
            throw new IllegalArgumentException("Nothing was changed: while you are suspended, you end only what is"
                    + " younger than the time for which a change waits here, which is "
                    + rule.delay().toHours()
                    + " hours. An owner who is not suspended can end it.");
        }
        return role;
    }

    /// Whether that person may end what there has been since then.
    boolean mayEnd(String by, Optional<Instant> since) {
        return role(by).filter(role -> mayEnd(role, since)).isPresent();
    }

    private boolean mayEnd(Role role, Optional<Instant> since) {
        var old = clock.instant().minus(rule.delay());
        return role == Role.OWNER
                || role == Role.SUSPENDED
                        && since.filter(moment -> moment.isAfter(old)).isPresent();
    }

    private Optional<Role> role(String name) {
        return owners.byName(name).map(Owner::role);
    }

    private static IllegalStateException refused(String by) {
        return new IllegalStateException(by + " is no owner any more and changes nobody");
    }
}
