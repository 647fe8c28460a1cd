package imtokenpay.shapes;

import imtokenpay.storefront.PaymentRefusal;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/// Door for the test: places an order that is being paid, and tells how often one was paid.
public class DoorServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient OrderBook book;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(book.paidTimes(request.getParameter("order")).orElse(-1));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        try {
            book.placeAndPay(request.getParameter("order"));
        } catch (PaymentRefusal refusal) {
            throw new ServletException(refusal);
        }
    }
}
