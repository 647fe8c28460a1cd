package imtokenpay.admin.setup;

import imtokenpay.admin.desk.Desk;
import imtokenpay.admin.entry.OwnPassword;
import imtokenpay.admin.gate.MeView;
import imtokenpay.flow.setup.SetUpShop;
import imtokenpay.flow.setup.SettingChange;
import imtokenpay.flow.setup.SettingChange.Kind;
import imtokenpay.flow.setup.ShowSettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps what a form says, once whoever sends it has proven who he is.
@Named("keeping")
@RequestScoped
public class Keeping {
    private static final String KEPT = ".xhtml?faces-redirect=true&kept=";
    /// The page that a change leads to which takes effect later.
    static final String WAITS = "/admin/changes.xhtml?faces-redirect=true&asked=true";

    private static final String CONFIGURATION = "Configuration: ";

    @Inject
    private @Nullable OwnPassword own;

    @Inject
    private @Nullable SetUpShop setUp;

    @Inject
    private @Nullable ShowSettings settings;

    @Inject
    private @Nullable MeView me;

    private String mine = "";

    /// Whether the password is asked for: who has signed in a while ago may have left his screen.
    public boolean isPasswordNeeded() {
        return !Objects.requireNonNull(own).isFresh();
    }

    /// Whether he has proven who he is; else he is told what is wrong with his password.
    boolean isProven() {
        return !isPasswordNeeded() || Objects.requireNonNull(own).proves(mine);
    }

    /// Keeps a change.
    ///
    /// @param kept the word that the page after it shows what was kept by
    /// @return that page, or null to stay with a message
    @Nullable
    String keep(Supplier<SettingChange> change, String kept) {
        if (!isProven()) {
            return null;
        }
        try {
            return Objects.requireNonNull(setUp).keep(change.get(), Desk.who()) ? after(kept) : WAITS;
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            return Desk.stay(words(wrong));
        }
    }

    /// The page to go on with: as long as something is missing, where that is set up.
    String after(String kept) {
        if (!Objects.requireNonNull(me).opens("start")) {
            return "/admin/assets.xhtml?faces-redirect=true&saved=true";
        }
        var page = isMissing(Kind.ASSET) ? "set-asset" : isMissing(Kind.STORE) ? "set-store" : "start";
        return "/admin/" + (isMissing(Kind.NETWORK) || kept.equals("away") ? "start" : page) + KEPT + kept;
    }

    private boolean isMissing(Kind kind) {
        return Objects.requireNonNull(settings).all(kind).isEmpty();
    }

    /// What to tell a person: the name of a setting means nothing to him, what is wrong with it does.
    static String words(RuntimeException wrong) {
        var text = String.valueOf(wrong.getMessage());
        if (!text.startsWith(CONFIGURATION)) {
            return text;
        }
        var rest = text.substring(CONFIGURATION.length());
        var blank = rest.indexOf(' ');
        var key = rest.substring(0, Math.max(0, blank));
        var what = key.endsWith("*") ? rest.substring(blank + 1) : rest.substring(key.lastIndexOf('.') + 1);
        return "Not kept: " + what + ".";
    }

    public String getMine() {
        return mine;
    }

    public void setMine(String mine) {
        this.mine = mine;
    }
}
