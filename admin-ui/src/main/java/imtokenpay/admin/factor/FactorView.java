package imtokenpay.admin.factor;

import imtokenpay.admin.desk.Desk;
import imtokenpay.admin.entry.PasswordAgain;
import imtokenpay.admin.entry.StillOwner;
import imtokenpay.flow.admin.ManageOwners;
import imtokenpay.flow.factor.ManageFactor;
import imtokenpay.flow.factor.ShowFactor;
import imtokenpay.merchant.factor.RecoveryCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Switches the second factor of the one who asks on and off, and that of a colleague off.
@Named("factor")
@RequestScoped
public class FactorView {
    private static final String PAGE = "/admin/factor.xhtml?faces-redirect=true";

    @Inject
    private @Nullable ManageFactor manage;

    @Inject
    private @Nullable ManageOwners people;

    @Inject
    private @Nullable ShowFactor show;

    @Inject
    private @Nullable PasswordAgain password;

    private String mine = "";
    private String code = "";
    private List<String> recovery = List.of();

    /// Shows the code to scan, once the password was said again.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String begin() {
        if (!isProven()) {
            return null;
        }
        PendingSecret.put(request().getSession(), Desk.who(), manage().newSecret());
        return PAGE;
    }

    /// Forgets the code that was shown.
    ///
    /// @return the page to go on with
    public String callOff() {
        PendingSecret.forget(request().getSession(), Desk.who());
        return PAGE;
    }

    /// Switches it on, if the phone has it. Other sessions of the same owner, which began with the
    /// password alone, end.
    ///
    /// @return null: the page stays, with the recovery codes or with what is wrong
    public @Nullable String confirm() {
        var session = request().getSession();
        var pending = PendingSecret.of(session, Desk.who());
        if (pending.isEmpty()) {
            return Desk.stay("That was done or called off already, maybe in another window.");
        }
        Optional<List<RecoveryCode>> made;
        try {
            made = manage().set(Desk.who(), pending.get(), code);
        } catch (IllegalStateException unsealed) {
            return Desk.stay(String.valueOf(unsealed.getMessage()));
        }
        if (made.isEmpty()) {
            return Desk.stay("This is not the code that the app shows now. Wait for the next one;"
                    + " the phone must know the right time.");
        }
        PendingSecret.forget(session, Desk.who());
        recovery = made.get().stream().map(RecoveryCode::text).toList();
        noteSession();
        return null;
    }

    /// Switches one's own off.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String switchOff() {
        if (!isProven()) {
            return null;
        }
        if (!manage().remove(Desk.who(), code)) {
            return Desk.stay("The code is wrong, or was used before. Nothing was changed.");
        }
        noteSession();
        return PAGE + "&decided=true";
    }

    /// Switches the chosen colleague's off.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String reset() {
        if (!isProven()) {
            return null;
        }
        try {
            return switch (Objects.requireNonNull(people).reset(Desk.asked("owner"), Desk.who())) {
                case NOTHING -> Desk.stay("That person has no second factor any more.");
                case DONE -> "/admin/owners.xhtml?faces-redirect=true&decided=true";
                case WAITS -> "/admin/changes.xhtml?faces-redirect=true&asked=true";
            };
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            return Desk.stay(String.valueOf(wrong.getMessage()));
        }
    }

    private boolean isProven() {
        var mistake = Objects.requireNonNull(password).mistake(mine, request());
        mistake.ifPresent(Desk::stay);
        return mistake.isEmpty();
    }

    // This session goes on; those that began before the change do not.
    private void noteSession() {
        StillOwner.note(request().getSession(), show().mark(Desk.who()));
    }

    private ManageFactor manage() {
        return Objects.requireNonNull(manage);
    }

    private ShowFactor show() {
        return Objects.requireNonNull(show);
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }

    /// The recovery codes, if they were just made; else nothing.
    public List<String> recovery() {
        return recovery;
    }

    public String getMine() {
        return mine;
    }

    public void setMine(String mine) {
        this.mine = mine;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code.strip();
    }
}
