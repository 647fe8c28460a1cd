package imtokenpay.admin.report;

import imtokenpay.flow.report.ReadReports;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes a report into the answer, as it is read. Below `/admin/`, so that only owners get there.
@WebServlet("/admin/report")
public class ReportServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(ReportServlet.class.getName());

    @Inject
    private transient @Nullable ReadReports reports;

    @Inject
    private transient @Nullable Sheets sheets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var stores = Objects.requireNonNull(reports).stores();
        var outcome = Wish.read(name -> Objects.requireNonNullElse(request.getParameter(name), ""), stores);
        if (outcome.wish().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.setContentType("text/plain");
            response.setCharacterEncoding("UTF-8");
            for (var wrong : outcome.wrong().entrySet()) {
                response.getWriter().println(wrong.getKey() + ": " + wrong.getValue());
            }
            return;
        }
        write(outcome.wish().get(), request, response);
    }

    private void write(Wish wish, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var sheet = Objects.requireNonNull(sheets).sheet(wish);
        response.setContentType(wish.format().type());
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + sheet.name() + "\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        var lines = wish.format().write(sheet, response.getWriter());
        LOG.log(
                Level.INFO,
                "report {0} with {1} lines was downloaded by {2}",
                sheet.name(),
                lines,
                request.getRemoteUser());
    }
}
