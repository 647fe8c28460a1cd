package imtokenpay.flow.admin;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.audit.Action;
import imtokenpay.flow.audit.AuditTrail;
import imtokenpay.flow.audit.Deed;
import imtokenpay.merchant.Owner;
import imtokenpay.merchant.Owners;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/// Owners let others in, and out again. Somebody always stays who may enter: nobody removes himself.
@UseCase
public class ManageOwners {
    private final Owners owners;
    private final AuditTrail audit;

    @Inject
    public ManageOwners(Owners owners, AuditTrail audit) {
        this.owners = owners;
        this.audit = audit;
    }

    /// The names of all who may enter.
    public List<String> names() {
        return owners.all().stream().map(Owner::name).toList();
    }

    /// Lets a person enter.
    ///
    /// @param by who wants it
    /// @return false when somebody of that name may enter already
    public boolean add(Owner owner, String by) {
        var added = owners.add(owner);
        if (added) {
            audit.add(Deed.of(by, Action.OWNER_MADE, owner.name().toLowerCase(Locale.ROOT), "by " + by));
        }
        return added;
    }

    /// Lets a person enter no more. The audit log, which one writes after the other, keeps two owners from
    /// removing each other at the same moment: by then, the second one may enter no more himself.
    ///
    /// @param by who wants it
    /// @return false when there is no such person, or it is the very one who wants it
    public boolean remove(String name, String by) {
        var gone = name.toLowerCase(Locale.ROOT);
        if (gone.equals(by.toLowerCase(Locale.ROOT)) || owners.byName(gone).isEmpty()) {
            return false;
        }
        audit.add(Deed.of(by, Action.OWNER_REMOVED, gone, ""));
        if (owners.byName(by).isEmpty()) {
            throw new IllegalStateException(by + " may enter no more and removes nobody");
        }
        return owners.remove(gone);
    }

    /// Gives a person another password.
    public void changePassword(Owner owner) {
        owners.replace(owner);
        audit.add(Deed.of(owner.name(), Action.PASSWORD_CHANGED, owner.name(), ""));
    }
}
