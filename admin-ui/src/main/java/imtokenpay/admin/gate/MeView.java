package imtokenpay.admin.gate;

import imtokenpay.merchant.Owner.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.Optional;

/// What the person at the screen may see and do, for pages that show no more than that.
@Named("me")
@RequestScoped
public class MeView {
    /// Whether he may open a page of that name, such as `payments`.
    public boolean opens(String page) {
        return seat().filter(role -> Permits.opens("/admin/" + page, role)).isPresent();
    }

    /// Whether he may press a button that does that, such as `owners.add()`.
    public boolean may(String deed) {
        return Permits.allows(deed, seat());
    }

    /// His role, such as `owner`.
    public String role() {
        return seat().map(Role::word).orElse("");
    }

    private static Optional<Role> seat() {
        return Seat.of(FacesContext.getCurrentInstance().getExternalContext().getRequest());
    }
}
