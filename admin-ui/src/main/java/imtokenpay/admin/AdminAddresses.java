package imtokenpay.admin;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// The addresses that people type: each leads to its page.
@WebServlet({
    "/admin",
    "/admin/",
    "/admin/payments",
    "/admin/inbox",
    "/admin/refunds",
    "/admin/webhooks",
    "/admin/keys",
    "/admin/campaigns",
    "/admin/reports",
    "/admin/assets",
    "/admin/start",
    "/admin/changes",
    "/admin/audit",
    "/admin/owners",
    "/admin/factor",
    "/admin/login",
    "/admin/setup"
})
public class AdminAddresses extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var page = switch (request.getServletPath()) {
            case "/admin/payments" -> "payments";
            case "/admin/inbox" -> "inbox";
            case "/admin/refunds" -> "refunds";
            case "/admin/webhooks" -> "webhooks";
            case "/admin/keys" -> "keys";
            case "/admin/campaigns" -> "campaigns";
            case "/admin/reports" -> "reports";
            case "/admin/assets" -> "assets";
            case "/admin/start" -> "start";
            case "/admin/changes" -> "changes";
            case "/admin/audit" -> "audit";
            case "/admin/owners" -> "owners";
            case "/admin/factor" -> "factor";
            case "/admin/login" -> "login";
            case "/admin/setup" -> "setup";
            default -> "index";
        };
        response.sendRedirect(request.getContextPath() + "/admin/" + page + ".xhtml");
    }
}
