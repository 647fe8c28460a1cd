package imtokenpay.flow.admin;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.audit.Action;
import imtokenpay.flow.audit.AuditTrail;
import imtokenpay.flow.audit.Deed;
import imtokenpay.flow.notice.KeepNotices;
import imtokenpay.flow.notice.Topic;
import imtokenpay.merchant.Owner;
import imtokenpay.merchant.Owner.Role;
import imtokenpay.merchant.Owners;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/// Owners let others in and out again, and say what they may do. An owner always stays: nobody removes
/// himself, or gives himself another role.
@UseCase
public class ManageOwners {
    private final Owners owners;
    private final AuditTrail audit;
    private final KeepNotices notices;

    @Inject
    public ManageOwners(Owners owners, AuditTrail audit, KeepNotices notices) {
        this.owners = owners;
        this.audit = audit;
        this.notices = notices;
    }

    /// All who may enter, by their names.
    public List<Owner> all() {
        return owners.all();
    }

    /// Lets a person enter.
    ///
    /// @param by who wants it
    /// @return false when somebody of that name may enter already
    public boolean add(Owner owner, String by) {
        var added = owners.add(owner);
        if (added) {
            audit.add(Deed.of(
                    by,
                    Action.OWNER_MADE,
                    owner.name().toLowerCase(Locale.ROOT),
                    owner.role().word() + ", by " + by));
            checkOwner(by);
            tell(
                    by,
                    "let " + owner.name() + " enter, with the role "
                            + owner.role().word());
        }
        return added;
    }

    /// Lets a person enter no more. The audit log, which one writes after the other, keeps two owners from
    /// removing each other at the same moment: by then, the second one is no owner himself.
    ///
    /// @param by who wants it
    /// @return false when there is no such person, or it is the very one who wants it
    public boolean remove(String name, String by) {
        var gone = name.toLowerCase(Locale.ROOT);
        if (gone.equals(by.toLowerCase(Locale.ROOT)) || owners.byName(gone).isEmpty()) {
            return false;
        }
        audit.add(Deed.of(by, Action.OWNER_REMOVED, gone, ""));
        checkOwner(by);
        tell(by, "removed " + gone);
        return owners.remove(gone);
    }

    /// Gives a person another role. Nobody gives himself one, so that an owner always stays.
    ///
    /// @param by who wants it
    /// @return false when there is no such person, or it is the very one who wants it
    public boolean assign(String name, Role role, String by) {
        var other = name.toLowerCase(Locale.ROOT);
        if (other.equals(by.toLowerCase(Locale.ROOT)) || owners.byName(other).isEmpty()) {
            return false;
        }
        audit.add(Deed.of(by, Action.ROLE_CHANGED, other, role.word() + ", by " + by));
        checkOwner(by);
        tell(by, "given " + other + " the role " + role.word());
        owners.assign(other, role);
        return true;
    }

    // Else a stolen password lets a second owner in, or the others out, and nobody knows of it before it pays off.
    private void tell(String by, String what) {
        notices.tell(
                Topic.PEOPLE,
                by + " has " + what + ". If none of you knows of it, undo it, and have " + by
                        + " change the password.");
    }

    private void checkOwner(String by) {
        if (owners.byName(by).filter(owner -> owner.role() == Role.OWNER).isEmpty()) {
            throw new IllegalStateException(by + " is no owner any more and changes nobody");
        }
    }

    /// Gives a person another password.
    public void changePassword(Owner owner) {
        owners.replace(owner);
        audit.add(Deed.of(owner.name(), Action.PASSWORD_CHANGED, owner.name(), ""));
    }
}
