package imtokenpay.admin.gate;

import jakarta.el.MethodExpression;
import jakarta.faces.FacesException;
import jakarta.faces.component.ActionSource2;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ActionEvent;
import jakarta.faces.event.ActionListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// Stands before whatever a button of the admin screens does, and lets through what the role of who
/// presses it allows: hiding a button from somebody does not keep him from sending its form.
public final class GuardedButtons implements ActionListener {
    private static final String ADMIN = "/admin/";

    private final ActionListener wrapped;

    /// @param wrapped what does it
    public GuardedButtons(ActionListener wrapped) {
        this.wrapped = wrapped;
    }

    @Override
    public void processAction(ActionEvent event) {
        var context = event.getFacesContext();
        if (!context.getViewRoot().getViewId().startsWith(ADMIN) || isAllowed(event, context)) {
            wrapped.processAction(event);
            return;
        }
        try {
            context.getExternalContext()
                    .responseSendError(HttpServletResponse.SC_FORBIDDEN, "Your role does not allow that.");
            context.responseComplete();
        } catch (IOException gone) {
            throw new FacesException(gone);
        }
    }

    private static boolean isAllowed(ActionEvent event, FacesContext context) {
        var role = Seat.of(context.getExternalContext().getRequest());
        return event.getComponent() instanceof ActionSource2 source
                && Permits.allows(deed(source.getActionExpression()), role);
    }

    // Such as `owners.add()`, of `#{owners.add()}`.
    private static String deed(MethodExpression expression) {
        return expression == null
                ? ""
                : expression.getExpressionString().replaceAll("^[#$]\\{|}$", "").strip();
    }
}
