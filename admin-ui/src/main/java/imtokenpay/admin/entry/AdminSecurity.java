package imtokenpay.admin.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;

/// Tells the server how people log in: by our own page, which checks name and password through [OwnerIdentities].
@CustomFormAuthenticationMechanismDefinition(
        loginToContinue = @LoginToContinue(loginPage = AdminSecurity.LOGIN, errorPage = "", useForwardToLogin = false))
@ApplicationScoped
public class AdminSecurity {
    static final String LOGIN = "/admin/login.xhtml";
    static final String PERSON = "person";
}
