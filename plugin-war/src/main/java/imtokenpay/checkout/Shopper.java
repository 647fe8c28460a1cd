package imtokenpay.checkout;

import imtokenpay.checkout.wallet.Visitor;
import imtokenpay.checkout.words.Language;
import imtokenpay.checkout.words.Languages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.ResourceBundle;

/// Who looks at a page: in which language, and in what kind of browser.
///
/// @param query what keeps a language that was chosen by hand, to be put behind an address; empty when none was
public record Shopper(Language language, String query, Visitor visitor) {
    /// As a request tells it.
    static Shopper of(HttpServletRequest request) {
        var chosen = Objects.requireNonNullElse(request.getParameter("locale"), "");
        var language = Languages.best(chosen, header(request, "Accept-Language"));
        var query = chosen.isEmpty() ? "" : "?locale=" + language.tag();
        return new Shopper(language, query, new Visitor(header(request, "User-Agent")));
    }

    /// What the page says, by key.
    public ResourceBundle texts() {
        return Languages.texts(language);
    }

    /// All languages, to choose from.
    public List<Language> languages() {
        return Languages.ALL;
    }

    private static String header(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }
}
