package imtokenpay.checkout.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    private static final ResourceBundle ENGLISH = Languages.texts(Languages.ALL.getFirst());
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern USED = Pattern.compile("\\bt(?:\\.([a-z]+)|\\['([a-z._]+)'])");

    @ParameterizedTest
    @CsvSource({
        "zh-CN, en-US, zh-CN",
        "zh_TW, en-US, zh-TW",
        "zh-HK, '', zh-TW",
        "zh-Hant, '', zh-TW",
        "zh-Hans-HK, '', zh-CN",
        "zh, '', zh-CN",
        "en-US, zh-CN, en",
        "'', 'de-DE,de;q=0.9,ar;q=0.8,en;q=0.7', ar",
        "'', 'fr-CA;q=0.4,es-MX;q=0.8', es",
        "'', 'de', en",
        "'', '', en",
        "'../../etc/passwd', ';;q=x', en",
    })
    void the_language_is_the_chosen_one_else_the_browsers_else_english(String chosen, String accepted, String tag) {
        assertEquals(tag, Languages.best(chosen, accepted).tag());
    }

    @Test
    void a_header_that_is_too_long_is_not_read() {
        assertEquals("en", Languages.best("", "fr," + "x-".repeat(2_000)).tag());
    }

    @Test
    void every_language_says_everything_and_names_the_same_things() throws IOException {
        for (var language : Languages.ALL) {
            var texts = file(language);
            assertEquals(ENGLISH.keySet(), texts.stringPropertyNames(), language.tag());
            for (var key : ENGLISH.keySet()) {
                var text = texts.getProperty(key);
                assertEquals(text, Languages.texts(language).getString(key));
                assertFalse(text.isBlank(), language.tag() + " " + key);
                assertEquals(places(ENGLISH.getString(key)), places(text), language.tag() + " " + key);
            }
        }
    }

    @Test
    void no_apostrophe_swallows_what_is_filled_in() {
        for (var language : Languages.ALL) {
            var texts = Languages.texts(language);
            for (var key : ENGLISH.keySet()) {
                var filled = MessageFormat.format(texts.getString(key), "25 USDT", "Sepolia");
                assertTrue(places(filled).isEmpty(), language.tag() + " " + key);
            }
        }
    }

    @Test
    void the_machines_own_language_is_never_spoken_by_mistake() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.FRANCE);
            ResourceBundle.clearCache();
            assertEquals("Copy", Languages.texts(Languages.best("en", "")).getString("copy"));
        } finally {
            Locale.setDefault(before);
            ResourceBundle.clearCache();
        }
    }

    @Test
    void every_text_that_a_page_asks_for_is_there() throws IOException {
        var asked = new TreeSet<String>();
        for (var page : List.of("pay", "refund")) {
            var used = USED.matcher(Files.readString(Path.of("src/main/webapp/checkout/" + page + ".xhtml")));
            while (used.find()) {
                asked.add(used.group(1) == null ? used.group(2) : used.group(1));
            }
        }
        // Those that end in a point go on with a word of the payment.
        asked.removeIf(key -> key.endsWith("."));
        assertTrue(asked.size() > 30, asked.toString());
        asked.removeAll(ENGLISH.keySet());
        assertEquals(Set.of(), asked);
    }

    // Without what English would lend it.
    private static Properties file(Language language) throws IOException {
        var suffix = language.tag().equals("en") ? "" : "_" + language.tag().replace('-', '_');
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(
                Path.of("src/main/resources/imtokenpay/checkout/texts" + suffix + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> places(String text) {
        var places = new TreeSet<String>();
        PLACE.matcher(text).results().forEach(place -> places.add(place.group()));
        return places;
    }
}
