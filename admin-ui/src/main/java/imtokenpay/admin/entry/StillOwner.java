package imtokenpay.admin.entry;

import imtokenpay.flow.admin.EnterAdmin;
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

/// Ends the session of somebody who was removed, or whose password was changed since he signed in: at his next step, on
/// every node.
@WebFilter("/admin/*")
public class StillOwner implements Filter {
    private static final String SIGNED_IN_WITH = StillOwner.class.getName();

    @Inject
    private @Nullable EnterAdmin enter;

    /// Notes in a session what is kept of the password that it was begun with.
    static void note(HttpSession session, String passwordHash) {
        session.setAttribute(SIGNED_IN_WITH, passwordHash);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var asked = (HttpServletRequest) request;
        var who = asked.getUserPrincipal();
        if (who == null || isStill(who.getName(), asked)) {
            chain.doFilter(request, response);
            return;
        }
        asked.logout();
        Optional.ofNullable(asked.getSession(false)).ifPresent(HttpSession::invalidate);
        ((HttpServletResponse) response).sendRedirect(asked.getContextPath() + AdminSecurity.LOGIN);
    }

    private boolean isStill(String name, HttpServletRequest request) {
        var noted = request.getSession().getAttribute(SIGNED_IN_WITH);
        var kept = Objects.requireNonNull(enter).passwordHash(name);
        return kept.isPresent() && kept.get().equals(noted);
    }
}
