package imtokenpay.checkout.words;

import java.util.Locale;

/// A language that the pages speak.
///
/// @param tag as BCP 47 has it, such as `zh-CN`
/// @param name as its own speakers write it
/// @param direction `ltr` or `rtl`
public record Language(String tag, String name, String direction) {
    Language(String tag, String name) {
        this(tag, name, "ltr");
    }

    Locale locale() {
        return Locale.forLanguageTag(tag);
    }
}
