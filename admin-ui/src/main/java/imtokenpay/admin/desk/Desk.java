package imtokenpay.admin.desk;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import org.jspecify.annotations.Nullable;

/// Who sits at the desk, what was asked for, and what is answered.
public final class Desk {
    private Desk() {}

    /// What the request says under that name; empty when it says nothing.
    public static String asked(String name) {
        var said = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(name);
        return said == null ? "" : said;
    }

    /// The name that the person has signed in with.
    public static String who() {
        return FacesContext.getCurrentInstance()
                .getExternalContext()
                .getUserPrincipal()
                .getName();
    }

    /// Stays on the page and says why.
    public static @Nullable String stay(String why) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, why, why));
        return null;
    }
}
