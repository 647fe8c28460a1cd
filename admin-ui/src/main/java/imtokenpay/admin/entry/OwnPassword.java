package imtokenpay.admin.entry;

import imtokenpay.admin.desk.Desk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Proof that the person at the screen is the one who has signed in: at most a quarter of an hour ago, or his own
/// password once more.
@RequestScoped
public class OwnPassword {
    private static final Duration FRESH = Duration.ofMinutes(15);
    private static final String PROVEN = OwnPassword.class.getName();

    @Inject
    private @Nullable PasswordAgain again;

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
        var mistake = Objects.requireNonNull(again).mistake(password, request());
        mistake.ifPresent(Desk::stay);
        if (mistake.isEmpty()) {
            request()
                    .getSession()
                    .setAttribute(PROVEN, Objects.requireNonNull(clock).instant());
        }
        return mistake.isEmpty();
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }
}
