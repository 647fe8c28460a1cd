package imtokenpay.admin.entry;

import imtokenpay.admin.gate.Permits;
import imtokenpay.admin.gate.Seat;
import imtokenpay.flow.admin.EnterAdmin;
import imtokenpay.flow.factor.ShowFactor;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ends the session of somebody who was removed, or whose password, role or second factor was changed
/// since he signed in: at his next step, on every node. Whoever must have a second factor and has none is
/// led to where he gets one. Pages that his role does not open are refused, whatever he wants of them.
@WebFilter("/admin/*")
public class StillOwner implements Filter {
    private static final String SIGNED_IN_WITH = StillOwner.class.getName();
    private static final String SECOND_FACTOR = "/admin/factor.xhtml";

    @Inject
    private @Nullable ShowFactor show;

    @Inject
    private @Nullable EnterAdmin enter;

    /// Notes in a session what password and second factor it was begun with.
    ///
    /// @param mark of [ShowFactor#mark]; without one, the session ends at the next step
    public static void note(HttpSession session, Optional<String> mark) {
        session.setAttribute(SIGNED_IN_WITH, mark.orElse(""));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var asked = (HttpServletRequest) request;
        var who = asked.getUserPrincipal();
        if (who == null) {
            chain.doFilter(request, response);
        } else if (!isStill(who.getName(), asked)) {
            asked.logout();
            Optional.ofNullable(asked.getSession(false)).ifPresent(HttpSession::invalidate);
            lead(asked, response, AdminSecurity.LOGIN);
        } else if (Objects.requireNonNull(show).isMissing(who.getName())
                && !asked.getServletPath().equals(SECOND_FACTOR)) {
            lead(asked, response, SECOND_FACTOR);
        } else {
            open(asked, (HttpServletResponse) response, chain);
        }
    }

    private void open(HttpServletRequest asked, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var role = Objects.requireNonNull(enter).role(asked.getUserPrincipal().getName());
        role.ifPresent(known -> Seat.take(asked, known));
        if (role.filter(known -> Permits.opens(asked.getServletPath(), known)).isPresent()) {
            chain.doFilter(asked, response);
        } else if (role.isPresent() && isFirst(asked)) {
            lead(asked, response, "/admin/" + Permits.first(role.get()) + ".xhtml");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    // Where people begin who have typed no page.
    private static boolean isFirst(HttpServletRequest asked) {
        return asked.getMethod().equals("GET") && asked.getServletPath().matches("/admin/?(index(.xhtml)?)?");
    }

    private static void lead(HttpServletRequest request, ServletResponse response, String page) throws IOException {
        ((HttpServletResponse) response).sendRedirect(request.getContextPath() + page);
    }

    private boolean isStill(String name, HttpServletRequest request) {
        var noted = request.getSession().getAttribute(SIGNED_IN_WITH);
        var kept = Objects.requireNonNull(show).mark(name);
        return kept.isPresent() && kept.get().equals(noted);
    }
}
