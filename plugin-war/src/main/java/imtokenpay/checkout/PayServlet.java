package imtokenpay.checkout;

import imtokenpay.flow.request.CancelPayment;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.Refusal;
import imtokenpay.webhook.PaymentJson.Snapshot;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The shopper's addresses: `/pay/ID` is the page, `/pay/ID/status` where the payment stands as JSON, and a
/// POST to
/// `/pay/ID/cancel` calls it off. Knowing the id is what entitles one to them.
@WebServlet("/pay/*")
public class PayServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient @Nullable ShowPayment show;

    @Inject
    private transient @Nullable CancelPayment cancel;

    @Inject
    private transient @Nullable PageParts parts;

    @Inject
    private transient @Nullable CheckoutDesk desk;

    /// A path below `/pay/`.
    private record Target(PaymentId id, String action) {
        static Optional<Target> of(@Nullable String path) {
            var steps = path == null ? new String[0] : path.split("/", -1);
            if (steps.length < 2 || steps.length > 3 || !PaymentId.isOne(steps[1])) {
                return Optional.empty();
            }
            return Optional.of(new Target(new PaymentId(steps[1]), steps.length == 3 ? steps[2] : ""));
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var target = Target.of(request.getPathInfo());
        var snapshot = target.flatMap(path -> Objects.requireNonNull(show).byId(path.id()));
        if (snapshot.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        switch (target.orElseThrow().action()) {
            case "" -> page(request, response, snapshot.get());
            case "status" -> status(response, snapshot.get());
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var target = Target.of(request.getPathInfo());
        if (target.isEmpty()
                || !target.get().action().equals("cancel")
                || Objects.requireNonNull(show).byId(target.get().id()).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            Objects.requireNonNull(cancel).cancel(target.get().id());
        } catch (Refusal moneyIsOnItsWay) {
            // Nothing to say here: the page that follows shows the money.
            response.setHeader("X-Refusal", moneyIsOnItsWay.reason().code());
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location", request.getContextPath() + "/pay/" + target.get().id());
    }

    private void page(HttpServletRequest request, HttpServletResponse response, Snapshot snapshot)
            throws ServletException, IOException {
        response.setHeader(
                "Content-Security-Policy", Objects.requireNonNull(parts).policy());
        request.setAttribute("checkout", Objects.requireNonNull(desk).page(snapshot));
        request.setAttribute("parts", parts);
        request.getRequestDispatcher("/checkout/pay.xhtml").forward(request, new OwnPolicy(response));
    }

    /// Keeps the admin screens' component library from adding a policy of its own, which would forbid our
    /// script.
    private static final class OwnPolicy extends HttpServletResponseWrapper {
        OwnPolicy(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (!name.equalsIgnoreCase("Content-Security-Policy")) {
                super.addHeader(name, value);
            }
        }

        @Override
        public void setHeader(String name, String value) {
            if (!name.equalsIgnoreCase("Content-Security-Policy")) {
                super.setHeader(name, value);
            }
        }
    }

    private static void status(HttpServletResponse response, Snapshot snapshot) throws IOException {
        var payment = snapshot.payment();
        var tally = snapshot.tally();
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(Json.createObjectBuilder()
                        .add("status", payment.status().word())
                        .add("sequence", payment.sequence())
                        .add("confirmations", tally.confirmations())
                        .add("confirmationsRequired", payment.terms().finality().confirmationsRequired())
                        .add("received", tally.received().decimal())
                        .build()
                        .toString());
    }
}
