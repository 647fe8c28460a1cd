package imtokenpay.storefront.text;

import java.util.Locale;
import java.util.ResourceBundle;

/// The adapter's texts in one language: English, unless there is a better one for the locale that was asked for.
public final class Texts {

    private static final String BUNDLE = "imtokenpay.storefront.text.messages";

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /// Never the server's own language: that says nothing about the shopper's.
    public static Texts in(Locale locale) {
        return new Texts(ResourceBundle.getBundle(
                BUNDLE,
                locale,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /// One text, with `{0}`, `{1}` and so on in it replaced.
    ///
    /// @throws java.util.MissingResourceException when there is none of that name
    public String of(String key, Object... values) {
        String text = bundle.getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /// The language that the texts are in, for an HTML `lang`.
    public String language() {
        return bundle.getLocale().equals(Locale.ROOT)
                ? "en"
                : bundle.getLocale().toLanguageTag();
    }
}
