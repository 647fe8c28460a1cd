package imtokenpay.storefront.faces;

import imtokenpay.storefront.settings.Settings;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/// The address of the page that is shown, with its query: what the page was made from makes it again.
///
/// @param path from the host's root on
/// @param origin scheme, host and port as shoppers have them
record PageAddress(String path, String origin) {

    // What the plugin and the ledger take.
    private static final int LONGEST = 2000;

    static PageAddress of(FacesContext faces) {
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        String action = faces.getApplication()
                .getViewHandler()
                .getActionURL(faces, faces.getViewRoot().getViewId());
        String query = query(Optional.ofNullable(request.getQueryString()).orElse(""));
        return new PageAddress(query.isEmpty() ? action : action + "?" + query, origin(request));
    }

    /// The whole address, or less of it where it is too long.
    String absolute() {
        String whole = origin + path;
        return whole.length() <= LONGEST ? whole : origin + path.replaceFirst("\\?.*", "");
    }

    /// Without what would tell Faces to do something, and without what is not encoded as it should be.
    static String query(String query) {
        return Arrays.stream(query.split("&"))
                .filter(field -> field.matches("[\\w.~!$'()*+,;:@/?%=-]+"))
                .filter(field -> !forFaces(field))
                .collect(Collectors.joining("&"));
    }

    private static boolean forFaces(String field) {
        try {
            return URLDecoder.decode(field, StandardCharsets.UTF_8).startsWith("jakarta.faces.");
        } catch (IllegalArgumentException malformed) {
            return true;
        }
    }

    private static String origin(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        String asked = url.substring(0, url.length() - request.getRequestURI().length());
        String configured = Settings.publicUrl(key -> ConfigProvider.getConfig().getOptionalValue(key, String.class));
        return configured.isEmpty() ? asked : configured;
    }
}
