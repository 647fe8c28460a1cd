package imtokenpay.admin.entry;

import imtokenpay.flow.admin.EnterAdmin;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/// Knows the owners by name and password. The answer for an unknown name is the one for a wrong password.
@Dependent
public class OwnerIdentities implements IdentityStore {
    private final EnterAdmin enter;
    private final Passwords passwords;

    @Inject
    public OwnerIdentities(EnterAdmin enter, Passwords passwords) {
        this.enter = enter;
        this.passwords = passwords;
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential offered)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        var name = offered.getCaller();
        if (passwords.verify(offered.getPasswordAsString(), enter.passwordHash(name))) {
            return new CredentialValidationResult(name, Set.of(AdminSecurity.OWNER));
        }
        return CredentialValidationResult.INVALID_RESULT;
    }
}
