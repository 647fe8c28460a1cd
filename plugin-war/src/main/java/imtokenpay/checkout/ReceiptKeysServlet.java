package imtokenpay.checkout;

import imtokenpay.payment.receipt.ReceiptSigner;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The keys that receipts are checked with, at `/receipt-keys.json`.
@WebServlet("/receipt-keys.json")
public class ReceiptKeysServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient @Nullable ReceiptSigner signer;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/jwk-set+json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(Objects.requireNonNull(signer).publicKeys());
    }
}
