package imtokenpay.admin.factor;

import imtokenpay.admin.desk.Desk;
import imtokenpay.admin.desk.Words;
import imtokenpay.flow.factor.CodeDrawing;
import imtokenpay.flow.factor.ShowFactor;
import imtokenpay.merchant.factor.FactorSecret;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What pages show of second factors.
@Named("factorState")
@RequestScoped
public class FactorState {
    @Inject
    private @Nullable ShowFactor show;

    @Inject
    private @Nullable CodeDrawing drawing;

    /// Whether the one who asks has none.
    public boolean isOff() {
        return show().since(Desk.who()).isEmpty();
    }

    /// Whether somebody has one.
    public boolean isOnFor(String owner) {
        return show().owners().contains(owner.toLowerCase(Locale.ROOT));
    }

    /// Whether nothing else can be done before it is switched on.
    public boolean isMissing() {
        return show().isMissing(Desk.who());
    }

    /// Since when the one who asks has one; empty if he has none.
    public String since() {
        return show().since(Desk.who()).map(Words::moment).orElse("");
    }

    /// How many recovery codes he has left.
    public int left() {
        return show().recoveryLeft(Desk.who());
    }

    /// The colleague whose second factor was chosen to be switched off; empty where none was.
    public String chosen() {
        var asked = Desk.asked("owner");
        return isOnFor(asked) && !asked.equalsIgnoreCase(Desk.who()) ? asked : "";
    }

    /// Whether there is a code to be scanned.
    public boolean isPending() {
        return pending().isPresent();
    }

    /// The code to be scanned, as a picture in the page itself: no address leads to it, and no log has
    /// it.
    public String picture() {
        var svg = Objects.requireNonNull(drawing).svg(address());
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    /// The same as an address, for an app on this very device.
    public String address() {
        return pending().map(secret -> secret.address(Desk.who())).orElse("");
    }

    /// The secret, to be typed: fours of letters and digits.
    public String typed() {
        return pending()
                .map(secret -> secret.base32().replaceAll("(.{4})(?!$)", "$1 "))
                .orElse("");
    }

    private static Optional<FactorSecret> pending() {
        var request = (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
        return PendingSecret.of(request.getSession(), Desk.who());
    }

    private ShowFactor show() {
        return Objects.requireNonNull(show);
    }
}
