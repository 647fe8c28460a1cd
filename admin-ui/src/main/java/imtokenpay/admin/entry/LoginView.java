package imtokenpay.admin.entry;

import imtokenpay.admin.gate.Client;
import imtokenpay.admin.gate.Permits;
import imtokenpay.flow.admin.AdminDesk;
import imtokenpay.flow.admin.EnterAdmin;
import imtokenpay.flow.factor.ShowFactor;
import imtokenpay.merchant.Owner.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets an owner in, and out again.
@Named("login")
@RequestScoped
public class LoginView {
    private static final int TRIES_PER_NAME = 5;
    // All names together: every check costs a good part of a second of work.
    private static final int TRIES_PER_ADDRESS = 30;
    private static final String WRONG = "Name, password or code is wrong. A code works once, and after ten wrong ones"
            + " within an hour only recovery codes do.";

    @Inject
    private @Nullable SecurityContext security;

    @Inject
    private @Nullable EnterAdmin enter;

    @Inject
    private @Nullable AdminDesk desk;

    @Inject
    private @Nullable ShowFactor factors;

    @Inject
    private @Nullable Throttle throttle;

    @Inject
    private @Nullable InstantSource clock;

    @Inject
    private @Nullable Client client;

    private String name = "";
    private String password = "";
    private String code = "";

    /// Whether nobody may enter yet, so that the first owner must be made.
    public boolean isSetUpNeeded() {
        return Objects.requireNonNull(enter).isSetUpNeeded();
    }

    /// The page that somebody who is in already should see instead.
    public @Nullable String skip() {
        return FacesContext.getCurrentInstance().getExternalContext().getUserPrincipal() == null
                ? null
                : "/admin/index.xhtml?faces-redirect=true";
    }

    /// Checks name, password and second factor, all at once: what is wrong with them is not told.
    ///
    /// @return the next page, or null to stay with a message
    public @Nullable String enter() {
        var context = FacesContext.getCurrentInstance();
        var request = (HttpServletRequest) context.getExternalContext().getRequest();
        var from = Objects.requireNonNull(client).address(request);
        var who = "login " + from + " " + name.toLowerCase(Locale.ROOT);
        if (!admits("login " + from, TRIES_PER_ADDRESS) || !admits(who, TRIES_PER_NAME)) {
            return stay("Too many tries. Wait one minute, then try again.");
        }
        // A session that somebody else may know must not become a signed-in one.
        request.changeSessionId();
        if (authenticate(context, request) != AuthenticationStatus.SUCCESS) {
            return stay(WRONG);
        }
        Objects.requireNonNull(throttle).forget(who);
        StillOwner.note(request.getSession(), Objects.requireNonNull(factors).mark(name));
        Objects.requireNonNull(enter).signedIn(name, from);
        return "/admin/" + first() + ".xhtml?faces-redirect=true";
    }

    // As long as nothing is accepted, there is nothing to see but what is to be set up.
    private String first() {
        var role = Objects.requireNonNull(enter).role(name);
        var isBare = Objects.requireNonNull(desk).assets().isEmpty();
        return isBare && role.equals(Optional.of(Role.OWNER))
                ? "start"
                : role.map(Permits::first).orElse("index");
    }

    /// Ends the session.
    ///
    /// @return the log-in page
    public String leave() throws ServletException {
        var outside = FacesContext.getCurrentInstance().getExternalContext();
        ((HttpServletRequest) outside.getRequest()).logout();
        outside.invalidateSession();
        return AdminSecurity.LOGIN + "?faces-redirect=true";
    }

    private boolean admits(String who, int limit) {
        var now = Objects.requireNonNull(clock).instant();
        return Objects.requireNonNull(throttle).admits(who, limit, now);
    }

    // As a new authentication: without that, the server would send what a form wanted before the log-in once more.
    private AuthenticationStatus authenticate(FacesContext context, HttpServletRequest request) {
        var parameters = AuthenticationParameters.withParams()
                .credential(new CodedCredential(name, password, code))
                .newAuthentication(true);
        var response = (HttpServletResponse) context.getExternalContext().getResponse();
        var before = Collections.list(request.getSession().getAttributeNames());
        var status = Objects.requireNonNull(security).authenticate(request, response, parameters);
        if (status != AuthenticationStatus.SUCCESS) {
            forgetAllBut(before, request.getSession());
        }
        return status;
    }

    // After a failure the server notes that it waits for our page to ask again, and until then it answers every other
    // admin address with nothing instead of leading here.
    private static void forgetAllBut(List<String> names, HttpSession session) {
        Collections.list(session.getAttributeNames()).stream()
                .filter(name -> !names.contains(name))
                .forEach(session::removeAttribute);
    }

    private static @Nullable String stay(String message) {
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, message, message));
        return null;
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

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code.strip();
    }
}
