package imtokenpay.admin;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/// Gives the admin screens their Content-Security-Policy: the component library's rule for scripts, which carries a
/// number used once, and ours for all the rest. Browsers obey every policy they are sent, so there must be one only.
@WebFilter("/admin/*")
public class AdminPolicy implements Filter {
    static final String POLICY = "Content-Security-Policy";
    // Without style-src 'unsafe-inline': what the library styles, it styles by script.
    private static final String OURS = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; ";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, new OnePolicy((HttpServletResponse) response));
    }

    private static final class OnePolicy extends HttpServletResponseWrapper {
        OnePolicy(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (name.equalsIgnoreCase(POLICY)) {
                super.setHeader(POLICY, OURS + value);
            } else {
                super.addHeader(name, value);
            }
        }
    }
}
