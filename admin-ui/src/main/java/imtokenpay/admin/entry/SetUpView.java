package imtokenpay.admin.entry;

import imtokenpay.admin.gate.Client;
import imtokenpay.flow.admin.EnterAdmin;
import imtokenpay.merchant.Owner;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes the first owner. Whoever can read the server's log may do so, once.
@Named("setUp")
@RequestScoped
public class SetUpView {
    private static final int TRIES_PER_ADDRESS = 5;
    private static final String LOGIN = AdminSecurity.LOGIN + "?faces-redirect=true";

    @Inject
    private @Nullable EnterAdmin enter;

    @Inject
    private @Nullable Passwords passwords;

    @Inject
    private @Nullable Throttle throttle;

    @Inject
    private @Nullable InstantSource clock;

    @Inject
    private @Nullable Client client;

    private String token = "";
    private String name = "";
    private String password = "";
    private String again = "";

    /// The page to see instead when somebody may enter already.
    public @Nullable String skip() {
        return Objects.requireNonNull(enter).isSetUpNeeded() ? null : LOGIN;
    }

    /// Makes the owner.
    ///
    /// @return the next page, or null to stay with a message
    public @Nullable String makeOwner() {
        if (skip() != null) {
            return LOGIN;
        }
        var wrong = SetUpForm.mistake(name, password, again);
        if (wrong.isPresent()) {
            return stay(wrong.get());
        }
        var context = FacesContext.getCurrentInstance().getExternalContext();
        var who = "set-up " + Objects.requireNonNull(client).address((HttpServletRequest) context.getRequest());
        var now = Objects.requireNonNull(clock).instant();
        if (!Objects.requireNonNull(throttle).admits(who, TRIES_PER_ADDRESS, now)) {
            return stay("Too many tries. Wait one minute, then try again.");
        }
        var owner = new Owner(name, Objects.requireNonNull(passwords).hash(password));
        if (!Objects.requireNonNull(enter).setUp(token, owner)) {
            return stay("This is not the one-time token. The newest one is in the server's log since its last start.");
        }
        return LOGIN;
    }

    private static @Nullable String stay(String message) {
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, message, message));
        return null;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token.strip();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name.strip();
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getAgain() {
        return again;
    }

    public void setAgain(String again) {
        this.again = again;
    }
}
