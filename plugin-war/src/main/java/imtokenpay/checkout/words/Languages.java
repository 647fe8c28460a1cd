package imtokenpay.checkout.words;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.ResourceBundle;

/// The languages there are, and which one a shopper gets.
public final class Languages {
    /// English first: who asks for none of them gets it.
    public static final List<Language> ALL = List.of(
            new Language("en", "English"),
            new Language("zh-CN", "简体中文"),
            new Language("zh-TW", "繁體中文"),
            new Language("es", "Español"),
            new Language("fr", "Français"),
            new Language("ar", "العربية", "rtl"));

    // Longer than any browser's; what is longer is not worth reading.
    private static final int HEADER_MAX = 400;
    private static final String TRADITIONAL = "Hant";
    private static final List<String> TRADITIONAL_REGIONS = List.of("TW", "HK", "MO");

    private Languages() {}

    /// The language to speak.
    ///
    /// @param chosen what the address says, such as `zh-CN` from imToken's own browser; may be empty or rubbish
    /// @param accepted the browser's `Accept-Language` (RFC 9110, 12.5.4); may be empty or rubbish
    public static Language best(String chosen, String accepted) {
        return of(Locale.forLanguageTag(chosen.replace('_', '-')))
                .or(() -> ranges(accepted).stream()
                        .map(range -> of(Locale.forLanguageTag(range.getRange())))
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElse(ALL.getFirst());
    }

    /// The texts of a language. Not of the machine's own language where one is missing: English stands in.
    public static ResourceBundle texts(Language language) {
        return ResourceBundle.getBundle(
                "imtokenpay.checkout.texts",
                language.locale(),
                Languages.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static List<LanguageRange> ranges(String accepted) {
        try {
            return accepted.isBlank() || accepted.length() > HEADER_MAX ? List.of() : LanguageRange.parse(accepted);
        } catch (IllegalArgumentException rubbish) {
            return List.of();
        }
    }

    private static Optional<Language> of(Locale wanted) {
        if (wanted.getLanguage().equals("zh")) {
            var isTraditional = wanted.getScript().equals(TRADITIONAL)
                    || wanted.getScript().isEmpty() && TRADITIONAL_REGIONS.contains(wanted.getCountry());
            return named(isTraditional ? "zh-TW" : "zh-CN");
        }
        return named(wanted.getLanguage());
    }

    private static Optional<Language> named(String tag) {
        return ALL.stream().filter(language -> language.tag().equals(tag)).findFirst();
    }
}
