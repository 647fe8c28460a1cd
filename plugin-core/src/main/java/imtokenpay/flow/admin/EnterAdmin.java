package imtokenpay.flow.admin;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.audit.Action;
import imtokenpay.flow.audit.AuditTrail;
import imtokenpay.flow.audit.Deed;
import imtokenpay.flow.start.SetUpToken;
import imtokenpay.merchant.Owner;
import imtokenpay.merchant.Owner.Role;
import imtokenpay.merchant.Owners;
import jakarta.inject.Inject;
import java.util.Optional;

/// Who may enter the admin screens, and how the first one gets in.
@UseCase
public class EnterAdmin {
    private final Owners owners;
    private final SetUpToken token;
    private final AuditTrail audit;

    @Inject
    public EnterAdmin(Owners owners, SetUpToken token, AuditTrail audit) {
        this.owners = owners;
        this.token = token;
        this.audit = audit;
    }

    /// Whether nobody may enter yet.
    public boolean isSetUpNeeded() {
        return owners.isEmpty();
    }

    /// Makes the first owner.
    ///
    /// @return false when the token is wrong or somebody is there already; nothing was changed then
    public boolean setUp(String offeredToken, Owner owner) {
        if (!owners.isEmpty() || !token.is(offeredToken)) {
            return false;
        }
        if (!owners.add(owner)) {
            return false;
        }
        audit.add(Deed.of(owner.name(), Action.OWNER_MADE, owner.name(), "with the one-time token"));
        return true;
    }

    /// Keeps that an owner has signed in.
    ///
    /// @param from the address of the network that he came from
    public void signedIn(String name, String from) {
        audit.add(Deed.of(name, Action.SIGNED_IN, name, "from " + from));
    }

    /// What that person may do; empty if he may not even enter.
    public Optional<Role> role(String name) {
        return owners.byName(name).map(Owner::role);
    }

    /// The password hash of that person.
    public Optional<String> passwordHash(String name) {
        return owners.byName(name).map(Owner::passwordHash);
    }
}
