package imtokenpay.flow.admin;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.start.SetUpToken;
import imtokenpay.merchant.Owner;
import imtokenpay.merchant.Owners;
import jakarta.inject.Inject;
import java.util.Optional;

/// Who may enter the admin screens, and how the first one gets in.
@UseCase
public class EnterAdmin {
    private final Owners owners;
    private final SetUpToken token;

    @Inject
    public EnterAdmin(Owners owners, SetUpToken token) {
        this.owners = owners;
        this.token = token;
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
        owners.add(owner);
        return true;
    }

    /// The password hash of that person.
    public Optional<String> passwordHash(String name) {
        return owners.byName(name).map(Owner::passwordHash);
    }
}
