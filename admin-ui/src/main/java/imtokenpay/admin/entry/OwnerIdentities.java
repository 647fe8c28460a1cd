package imtokenpay.admin.entry;

import imtokenpay.flow.admin.EnterAdmin;
import imtokenpay.flow.factor.CheckCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/// Knows the owners by name, password and, where they have one, second factor. The answer for an
/// unknown name is the one for a wrong password and the one for a wrong code.
@Dependent
public class OwnerIdentities implements IdentityStore {
    private final EnterAdmin enter;
    private final Passwords passwords;
    private final CheckCode check;

    @Inject
    public OwnerIdentities(EnterAdmin enter, Passwords passwords, CheckCode check) {
        this.enter = enter;
        this.passwords = passwords;
        this.check = check;
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential offered)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        var name = offered.getCaller();
        var code = offered instanceof CodedCredential coded ? coded.code() : "";
        var isPasswordRight = passwords.verify(offered.getPasswordAsString(), enter.passwordHash(name));
        if (check.admits(name, isPasswordRight, code)) {
            return new CredentialValidationResult(name, Set.of(AdminSecurity.PERSON));
        }
        return CredentialValidationResult.INVALID_RESULT;
    }
}
