package imtokenpay.admin.entry;

import imtokenpay.admin.desk.Desk;
import imtokenpay.flow.admin.EnterAdmin;
import imtokenpay.flow.admin.ManageOwners;
import imtokenpay.merchant.Owner;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who may enter. Whoever changes that says his own password once more: a screen that was left open lets nobody in.
@Named("owners")
@RequestScoped
public class OwnersView {
    private static final String DONE = "/admin/owners.xhtml?faces-redirect=true&decided=true";
    private static final int TRIES = 5;

    @Inject
    private @Nullable ManageOwners manage;

    @Inject
    private @Nullable EnterAdmin enter;

    @Inject
    private @Nullable Passwords passwords;

    @Inject
    private @Nullable Throttle throttle;

    @Inject
    private @Nullable InstantSource clock;

    private String mine = "";
    private String name = "";
    private String password = "";
    private String again = "";

    /// The names of all who may enter.
    public List<String> names() {
        return Objects.requireNonNull(manage).names();
    }

    /// Whether that is the one who asks.
    public boolean isMe(String owner) {
        return owner.equalsIgnoreCase(Desk.who());
    }

    /// The owner who was chosen to be removed; empty where none was.
    public String chosen() {
        var asked = Desk.asked("owner");
        return names().contains(asked) && !isMe(asked) ? asked : "";
    }

    /// Lets a person enter.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String add() {
        if (!isProven()) {
            return null;
        }
        var mistake = SetUpForm.mistake(name, password, again);
        if (mistake.isPresent()) {
            return Desk.stay(mistake.get());
        }
        var owner = new Owner(name, hash());
        return Objects.requireNonNull(manage).add(owner, Desk.who())
                ? DONE
                : Desk.stay("Somebody of that name may enter already.");
    }

    /// Gives the one who asks another password, and ends his other sessions.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String change() {
        if (!isProven()) {
            return null;
        }
        var mistake = SetUpForm.mistake(Desk.who(), password, again);
        if (mistake.isPresent()) {
            return Desk.stay(mistake.get());
        }
        var owner = new Owner(Desk.who(), hash());
        Objects.requireNonNull(manage).changePassword(owner);
        StillOwner.note(request().getSession(), owner.passwordHash());
        return DONE;
    }

    /// Lets the one who was chosen enter no more, and ends his sessions.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String remove() {
        if (!isProven()) {
            return null;
        }
        return Objects.requireNonNull(manage).remove(chosen(), Desk.who())
                ? DONE
                : Desk.stay("There is no such owner any more.");
    }

    private boolean isProven() {
        var who = "owners " + request().getRemoteAddr() + " " + Desk.who();
        if (!Objects.requireNonNull(throttle)
                .admits(who, TRIES, Objects.requireNonNull(clock).instant())) {
            Desk.stay("Too many tries. Wait one minute, then try again.");
            return false;
        }
        var kept = Objects.requireNonNull(enter).passwordHash(Desk.who());
        if (!Objects.requireNonNull(passwords).verify(mine, kept)) {
            Desk.stay("Your own password is wrong. Nothing was changed.");
            return false;
        }
        Objects.requireNonNull(throttle).forget(who);
        return true;
    }

    private String hash() {
        return Objects.requireNonNull(passwords).hash(password);
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }

    public String getMine() {
        return mine;
    }

    public void setMine(String mine) {
        this.mine = mine;
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
