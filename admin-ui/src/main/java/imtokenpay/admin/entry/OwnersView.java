package imtokenpay.admin.entry;

import imtokenpay.admin.desk.Desk;
import imtokenpay.flow.admin.ManageOwners;
import imtokenpay.flow.admin.ManageOwners.Outcome;
import imtokenpay.flow.factor.ShowFactor;
import imtokenpay.merchant.Owner;
import imtokenpay.merchant.Owner.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who may enter. Whoever changes that says his own password once more.
@Named("owners")
@RequestScoped
public class OwnersView {
    private static final String DONE = "/admin/owners.xhtml?faces-redirect=true&decided=true";
    private static final String WAITS = "/admin/changes.xhtml?faces-redirect=true&asked=true";
    private static final String WAITS_ENTERED = "/admin/changes.xhtml?faces-redirect=true&asked=entered";
    private static final String NOTHING_NEW =
            "There is no such person any more, or no other role than he has was chosen.";

    @Inject
    private @Nullable ManageOwners manage;

    @Inject
    private @Nullable ShowFactor factors;

    @Inject
    private @Nullable Passwords passwords;

    @Inject
    private @Nullable PasswordAgain proof;

    private @Nullable List<String> removable;
    private String mine = "";
    private String role = "";
    private String name = "";
    private String password = "";
    private String again = "";

    /// All who may enter.
    public List<Owner> all() {
        return Objects.requireNonNull(manage).all();
    }

    /// The roles to choose from.
    public List<Role> roles() {
        return List.of(Role.OWNER, Role.OPERATOR, Role.SUPPORT, Role.AUDITOR);
    }

    /// Whether the one who was chosen can be suspended: only an owner can.
    public boolean isSuspendable() {
        return all().stream()
                .filter(person -> person.name().equals(chosen()))
                .anyMatch(person -> person.role() == Role.OWNER);
    }

    /// What a role may do, in a few words.
    public String words(Role role) {
        return switch (role) {
            case OWNER -> "owner: everything";
            case OPERATOR -> "operator: payments, refunds, campaigns, prices, events for stores";
            case SUPPORT -> "support: looks at payments, changes nothing";
            case AUDITOR -> "auditor: looks at everything but secrets, changes nothing";
            case SUSPENDED ->
                "suspended: an owner who stops what waits, suspends owners, and ends new people and keys, nothing else";
        };
    }

    /// Whether who asks may remove that one: one who is suspended only whoever has just come.
    public boolean isRemovable(String owner) {
        if (removable == null) {
            removable = Objects.requireNonNull(manage).removable(Desk.who());
        }
        return removable.contains(owner);
    }

    /// Whether that is the one who asks.
    public boolean isMe(String owner) {
        return owner.equalsIgnoreCase(Desk.who());
    }

    /// The person who was chosen; empty where none was.
    public String chosen() {
        var asked = Desk.asked("owner");
        return all().stream().anyMatch(person -> person.name().equals(asked)) && !isMe(asked) ? asked : "";
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
        var given = Role.of(role);
        if (given.isEmpty()) {
            return Desk.stay("Choose what this person may do.");
        }
        var owner = new Owner(name, hash(), given.get());
        var next = after(people -> people.add(owner, Desk.who()), "Somebody of that name may enter already.");
        return WAITS.equals(next) ? WAITS_ENTERED : next;
    }

    /// Gives the one who asks another password, and ends his other sessions.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String change() {
        if (!isProven()) {
            return null;
        }
        var mistake = SetUpForm.mistake(password, again);
        if (mistake.isPresent()) {
            return Desk.stay(mistake.get());
        }
        var owner = new Owner(Desk.who(), hash());
        Objects.requireNonNull(manage).changePassword(owner);
        StillOwner.note(request().getSession(), Objects.requireNonNull(factors).mark(Desk.who()));
        return DONE;
    }

    /// Lets the one who was chosen enter no more, and ends his sessions.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String remove() {
        if (!isProven()) {
            return null;
        }
        return after(people -> people.remove(chosen(), Desk.who()), "There is no such person any more.");
    }

    /// Gives the one who was chosen another role, and ends his sessions.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String assign() {
        if (!isProven()) {
            return null;
        }
        var given = Role.of(role);
        return given.isPresent()
                ? after(people -> people.assign(chosen(), given.get(), Desk.who()), NOTHING_NEW)
                : Desk.stay(NOTHING_NEW);
    }

    /// Takes from the owner who was chosen, at once, all that he may do but to watch, and ends his sessions.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String suspend() {
        if (!isProven()) {
            return null;
        }
        return after(people -> people.suspend(chosen(), Desk.who()), "That is no owner any more.");
    }

    private @Nullable String after(Function<ManageOwners, Outcome> step, String nothing) {
        try {
            return switch (step.apply(Objects.requireNonNull(manage))) {
                case NOTHING -> Desk.stay(nothing);
                case DONE -> DONE;
                case WAITS -> WAITS;
            };
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            return Desk.stay(String.valueOf(wrong.getMessage()));
        }
    }

    private boolean isProven() {
        var mistake = Objects.requireNonNull(proof).mistake(mine, request());
        mistake.ifPresent(Desk::stay);
        return mistake.isEmpty();
    }

    private String hash() {
        return Objects.requireNonNull(passwords).hash(password);
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
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
