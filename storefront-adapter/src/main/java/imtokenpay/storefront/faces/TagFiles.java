package imtokenpay.storefront.faces;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import java.util.regex.Pattern;

/// The files of the tags lie where Faces would also show them as pages of the store, which they are not.
public class TagFiles extends HttpFilter {

    @Serial
    private static final long serialVersionUID = 1L;

    // By whatever ending Faces is mapped to, or none.
    private static final Pattern FILE = Pattern.compile(".*/imtoken/(choice|pay|status)(\\.\\w+)?");
    private static final String FACES = "jakarta.faces.webapp.FacesServlet";

    /// Where they lie, also for a store that has its pages under `/faces/`.
    public static String[] places() {
        return new String[] {"/imtoken/*", "/faces/imtoken/*"};
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (FILE.matcher(request.getRequestURI()).matches() && toFaces(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean toFaces(HttpServletRequest request) {
        String servlet = request.getHttpServletMapping().getServletName();
        return Optional.ofNullable(request.getServletContext().getServletRegistration(servlet))
                .map(ServletRegistration::getClassName)
                .filter(FACES::equals)
                .isPresent();
    }
}
