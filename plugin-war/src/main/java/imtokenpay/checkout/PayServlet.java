package imtokenpay.checkout;

import imtokenpay.checkout.live.Listener;
import imtokenpay.checkout.live.Standings;
import imtokenpay.checkout.qr.Png;
import imtokenpay.flow.request.CancelPayment;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.flow.show.ShowReceipt;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.Refusal;
import imtokenpay.payment.receipt.ReceiptJson;
import imtokenpay.payment.receipt.ReceiptSigner;
import imtokenpay.webhook.PaymentJson.Snapshot;
import jakarta.inject.Inject;
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

/// The shopper's addresses: `/pay/ID` is the page, `/pay/ID/status` where the payment stands as JSON and
/// `/pay/ID/events` each change of that, a POST to `/pay/ID/cancel` calls it off, and on `/pay/ID/refund` he says
/// where money shall go back to. Knowing the id is what entitles one to them.
@WebServlet(urlPatterns = "/pay/*", asyncSupported = true)
public class PayServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int TEXT_MAX = 250;

    @Inject
    private transient @Nullable ShowPayment show;

    @Inject
    private transient @Nullable CancelPayment cancel;

    @Inject
    private transient @Nullable PageParts parts;

    @Inject
    private transient @Nullable Standings standings;

    @Inject
    private transient @Nullable CheckoutDesk desk;

    @Inject
    private transient @Nullable FindDesk find;

    @Inject
    private transient @Nullable RefundDesk refunds;

    @Inject
    private transient @Nullable ShowReceipt receipts;

    @Inject
    private transient @Nullable ReceiptSigner signer;

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
        switch (target.map(Target::action).orElse("")) {
            // Asked again and again: neither of them goes to the database.
            case "status" -> status(response, target.get().id());
            case "events" -> events(request, response, target.get().id());
            default -> look(request, response, target);
        }
    }

    private void look(HttpServletRequest request, HttpServletResponse response, Optional<Target> target)
            throws ServletException, IOException {
        var snapshot = target.flatMap(path -> Objects.requireNonNull(show).byId(path.id()));
        if (snapshot.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        switch (target.orElseThrow().action()) {
            case "" -> page(request, response, snapshot.get());
            case "refund" -> refund(request, response, refundDesk().page(snapshot.get()));
            case "receipt" -> receipt(request, response, snapshot.get());
            case "receipt.jws" -> signed(response, snapshot.get());
            case "qr-imtoken.png", "qr-other.png", "qr-address.png" ->
                picture(response, snapshot.get(), target.get().action());
            case "refund-code" -> code(request, response, target.get().id());
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var target = Target.of(request.getPathInfo());
        var snapshot = target.flatMap(path -> Objects.requireNonNull(show).byId(path.id()));
        if (snapshot.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        switch (target.orElseThrow().action()) {
            case "cancel" -> cancel(request, response, target.get().id());
            case "refund" -> say(request, response, snapshot.get());
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void status(HttpServletResponse response, PaymentId id) throws IOException {
        var standing = Objects.requireNonNull(standings).of(id);
        if (standing.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(standing.get());
    }

    private void events(HttpServletRequest request, HttpServletResponse response, PaymentId id) throws IOException {
        var board = Objects.requireNonNull(standings);
        if (board.of(id).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!board.hasRoom(id)) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            // Some proxies would keep it back until it is long enough.
            response.setHeader("X-Accel-Buffering", "no");
            board.tell(id, Listener.of(request));
        }
    }

    private void cancel(HttpServletRequest request, HttpServletResponse response, PaymentId id) {
        try {
            Objects.requireNonNull(cancel).cancel(id);
        } catch (Refusal moneyIsOnItsWay) {
            // Nothing to say here: the page that follows shows the money.
            response.setHeader("X-Refusal", moneyIsOnItsWay.reason().code());
        }
        seeOther(
                response,
                request.getContextPath() + "/pay/" + id + Shopper.of(request).query());
    }

    private void say(HttpServletRequest request, HttpServletResponse response, Snapshot snapshot)
            throws ServletException, IOException {
        var id = snapshot.payment().id();
        var said = new RefundDesk.Said(
                text(request, "refund"),
                text(request, "address"),
                text(request, "confirmed").equals("yes"));
        if (refundDesk().find(id, said.refund()).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var asked = refundDesk().say(snapshot, said);
        if (asked.isPresent()) {
            refund(request, response, asked.get());
        } else {
            seeOther(
                    response,
                    request.getContextPath() + "/pay/" + id + "/refund"
                            + Shopper.of(request).query());
        }
    }

    private void refund(HttpServletRequest request, HttpServletResponse response, RefundPage page)
            throws ServletException, IOException {
        request.setAttribute("refundPage", page);
        show(request, response, "/checkout/refund.xhtml");
    }

    private void receipt(HttpServletRequest request, HttpServletResponse response, Snapshot snapshot)
            throws ServletException, IOException {
        var receipt = Objects.requireNonNull(receipts).of(snapshot);
        if (receipt.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var isSigned = Objects.requireNonNull(signer)
                .sign(ReceiptJson.of(receipt.get()))
                .isPresent();
        var page = Objects.requireNonNull(desk).page(snapshot);
        request.setAttribute("receiptPage", new ReceiptPage(receipt.get(), page, isSigned));
        show(request, response, "/checkout/receipt.xhtml");
    }

    private void signed(HttpServletResponse response, Snapshot snapshot) throws IOException {
        var signed = Objects.requireNonNull(receipts)
                .of(snapshot)
                .flatMap(receipt -> Objects.requireNonNull(signer).sign(ReceiptJson.of(receipt)));
        if (signed.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/jose");
        response.setCharacterEncoding("US-ASCII");
        response.getWriter().write(signed.get());
    }

    private void picture(HttpServletResponse response, Snapshot snapshot, String name) throws IOException {
        var page = Objects.requireNonNull(desk).page(snapshot);
        var form = page.forms().stream()
                .filter(one -> page.isPayable() && name.equals("qr-" + one.key() + ".png"))
                .findFirst();
        if (form.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("image/png");
        response.getOutputStream().write(Png.of(form.get().qr()));
    }

    // For the admin's screen, as a picture: there is nothing in it that the shopper's own page does not say.
    private void code(HttpServletRequest request, HttpServletResponse response, PaymentId id) throws IOException {
        var code = refundDesk().find(id, text(request, "refund")).flatMap(RefundDesk::code);
        if (code.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("image/svg+xml");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(code.get().svg());
    }

    private RefundDesk refundDesk() {
        return Objects.requireNonNull(refunds);
    }

    private static String text(HttpServletRequest request, String name) {
        var said = request.getParameter(name);
        return said == null
                ? ""
                : said.strip().substring(0, Math.min(TEXT_MAX, said.strip().length()));
    }

    private static void seeOther(HttpServletResponse response, String place) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", place);
    }

    private void page(HttpServletRequest request, HttpServletResponse response, Snapshot snapshot)
            throws ServletException, IOException {
        request.setAttribute("checkout", Objects.requireNonNull(desk).page(snapshot));
        var hash = text(request, "hash");
        if (!hash.isEmpty()) {
            request.setAttribute("found", Objects.requireNonNull(find).answer(snapshot.payment(), hash));
        }
        show(request, response, "/checkout/pay.xhtml");
    }

    private void show(HttpServletRequest request, HttpServletResponse response, String view)
            throws ServletException, IOException {
        var shopper = Shopper.of(request);
        response.setHeader(
                "Content-Security-Policy", Objects.requireNonNull(parts).policy());
        response.setHeader("Content-Language", shopper.language().tag());
        request.setAttribute("parts", parts);
        request.setAttribute("shopper", shopper);
        request.setAttribute("t", shopper.texts());
        request.getRequestDispatcher(view).forward(request, new OwnPolicy(response));
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
}
