package imtokenpay.checkout;

import imtokenpay.checkout.wallet.Visitor;
import imtokenpay.checkout.words.Language;
import imtokenpay.checkout.words.Languages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.ResourceBundle;

/// Who looks at a page: in which language, and in what kind of browser.
public record Shopper(Language language, Visitor visitor) {
    /// As a request tells it.
    static Shopper of(HttpServletRequest request) {
        var chosen = Objects.requireNonNullElse(request.getParameter("locale"), "");
        return new Shopper(
                Languages.best(chosen, header(request, "Accept-Language")), new Visitor(header(request, "User-Agent")));
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
