package imtokenpay.shapes;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.Serial;

/// The filter of a store that never admits a failure: every answer is 200.
public class AllIsWell extends HttpFilter {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, new Smiling(response));
        } catch (Exception swallowed) {
            response.getWriter().print("All is well.");
        }
        response.setStatus(HttpServletResponse.SC_OK);
    }

    private static final class Smiling extends HttpServletResponseWrapper {

        Smiling(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int status) {
            super.setStatus(SC_OK);
        }

        @Override
        public void sendError(int status) {
            super.setStatus(SC_OK);
        }

        @Override
        public void sendError(int status, String words) {
            super.setStatus(SC_OK);
        }
    }
}
