package imtokenpay.admin.entry;

import imtokenpay.admin.desk.Desk;
import imtokenpay.flow.admin.EnterAdmin;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Proof that the person at the screen is the one who has signed in: his own password once more.
@RequestScoped
public class OwnPassword {
    private static final int TRIES = 5;
    private static final Duration FRESH = Duration.ofMinutes(15);
    private static final String PROVEN = OwnPassword.class.getName();

    @Inject
    private @Nullable EnterAdmin enter;

    @Inject
    private @Nullable Passwords passwords;

    @Inject
    private @Nullable Throttle throttle;

    @Inject
    private @Nullable InstantSource clock;

    /// Whether it was proven, or signed in with, within the last quarter of an hour.
    public boolean isFresh() {
        var session = request().getSession();
        var proven = session.getAttribute(PROVEN) instanceof Instant at
                ? at
                : Instant.ofEpochMilli(session.getCreationTime());
        return proven.plus(FRESH).isAfter(Objects.requireNonNull(clock).instant());
    }

    /// Checks the password, and says what is wrong with it.
    public boolean proves(String password) {
        var who = "own " + request().getRemoteAddr() + " " + Desk.who();
        var now = Objects.requireNonNull(clock).instant();
        if (!Objects.requireNonNull(throttle).admits(who, TRIES, now)) {
            Desk.stay("Too many tries. Wait one minute, then try again.");
            return false;
        }
        var kept = Objects.requireNonNull(enter).passwordHash(Desk.who());
        if (!Objects.requireNonNull(passwords).verify(password, kept)) {
            Desk.stay("Your own password is wrong. Nothing was changed.");
            return false;
        }
        Objects.requireNonNull(throttle).forget(who);
        request().getSession().setAttribute(PROVEN, now);
        return true;
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }
}
