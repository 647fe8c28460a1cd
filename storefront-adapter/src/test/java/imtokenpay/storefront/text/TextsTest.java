package imtokenpay.storefront.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.storefront.PaymentStatus;
import imtokenpay.storefront.RefusalReason;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private static final Path TAGS = Path.of("src/main/resources/META-INF/resources/imtoken");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void both_languages_have_the_same_texts_with_the_same_places_in_them() {
        Properties english = file("messages.properties");
        Properties chinese = file("messages_zh.properties");
        assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(chinese.keySet()));
        for (String key : english.stringPropertyNames()) {
            assertEquals(places(english.getProperty(key)), places(chinese.getProperty(key)), key);
            assertFalse(english.getProperty(key).isBlank(), key);
            assertTrue(chinese.getProperty(key).matches("(?s).*\\p{IsHan}.*"), key + " is Chinese");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_zh.properties"})
    void no_status_and_no_refusal_is_without_words(String name) {
        Properties texts = file(name);
        Stream<String> keys = Stream.concat(
                Stream.of(PaymentStatus.values()).map(status -> "status." + status.name()),
                Stream.of(RefusalReason.values()).map(reason -> "refusal." + reason.name()));
        assertEquals(List.of(), keys.filter(key -> !texts.containsKey(key)).toList());
    }

    @Test
    void every_text_that_a_tag_asks_for_is_there() throws IOException {
        Pattern asked = Pattern.compile("text\\('([^']+)'\\)");
        Properties texts = file("messages.properties");
        try (Stream<Path> tags = Files.list(TAGS)) {
            for (Path tag : tags.toList()) {
                asked.matcher(Files.readString(tag))
                        .results()
                        .forEach(found -> assertTrue(texts.containsKey(found.group(1)), tag + ": " + found.group(1)));
            }
        }
    }

    @Test
    void no_tag_shows_anything_unescaped() throws IOException {
        try (Stream<Path> tags = Files.list(TAGS)) {
            for (Path tag : tags.toList()) {
                assertFalse(Files.readString(tag).contains("escape"), tag.toString());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, zh, 已支付", "zh-Hans, zh, 已支付", "zh, zh, 已支付", "en-GB, en, Paid", "de, en, Paid"})
    void the_pages_language_decides_and_english_stands_in(String locale, String language, String paid) {
        Texts texts = Texts.in(Locale.forLanguageTag(locale));
        assertEquals(paid, texts.of("status.SETTLED"));
        assertEquals(language, texts.language());
    }

    @Test
    void the_servers_own_language_is_never_taken() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.CHINA);
            assertEquals("Paid", Texts.in(Locale.GERMAN).of("status.SETTLED"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_refusal_speaks_the_shoppers_language() {
        assertEquals("没有找到该订单。", RefusalReason.ORDER_NOT_FOUND.words(Locale.SIMPLIFIED_CHINESE));
        assertEquals("There is no such order.", RefusalReason.ORDER_NOT_FOUND.words());
    }

    private static TreeSet<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties file(String name) {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }
}
