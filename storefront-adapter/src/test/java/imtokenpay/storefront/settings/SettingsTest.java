package imtokenpay.storefront.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final String SECRET = secret(32);

    private final Map<String, String> values = new HashMap<>(Map.of(
            "imtoken.shop.base-url", "https://pay.example/imtoken/",
            "imtoken.shop.api-key", "sk_live_1",
            "imtoken.shop.webhook-secret", SECRET));

    @Test
    void a_full_configuration_has_no_problem() {
        Settings settings = read();
        assertTrue(settings.ready());
        assertEquals("https://pay.example/imtoken", settings.baseUrl());
        assertEquals(Duration.ofSeconds(300), settings.times().tolerance());
        assertEquals(1, settings.webhookKeys().size());
    }

    @Test
    void an_empty_configuration_says_what_to_set() {
        values.clear();
        String problems = String.join("; ", read().problems());
        assertTrue(problems.contains("imtoken.shop.base-url is not set"), problems);
        assertTrue(problems.contains("imtoken.shop.api-key is not set"), problems);
        assertTrue(problems.contains("imtoken.shop.webhook-secret is not set"), problems);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8080/imtoken", "http://127.0.0.1/imtoken", "http://[::1]:80", "https://a.b"})
    void plain_http_may_stay_on_this_machine(String address) {
        values.put("imtoken.shop.base-url", address);
        assertTrue(read().ready());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pay.example",
                "http://127.0.0.1.evil.example",
                "http://localhost@evil.example",
                "ftp://a.b",
                "nonsense",
                "http://10.0.0.1",
                "https://",
                "a b"
            })
    void plain_http_may_not_leave_this_machine(String address) {
        values.put("imtoken.shop.base-url", address);
        assertFalse(read().ready());
    }

    @Test
    void several_secrets_hold_while_one_is_being_changed() {
        values.put("imtoken.shop.webhook-secret", SECRET + "  " + secret(24));
        assertEquals(2, read().webhookKeys().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 23, 65})
    void a_secret_of_the_wrong_length_is_a_problem(int length) {
        values.put("imtoken.shop.webhook-secret", secret(length));
        assertFalse(read().ready());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "whsec_!!!", "whsec_"})
    void a_secret_of_another_kind_is_a_problem(String text) {
        values.put("imtoken.shop.webhook-secret", text);
        assertFalse(read().ready());
    }

    @Test
    void a_wrong_tolerance_is_a_problem() {
        values.put("imtoken.shop.webhook-tolerance-seconds", "5m");
        assertFalse(read().ready());
    }

    @Test
    void nothing_secret_is_ever_printed() {
        assertFalse(read().toString().contains("sk_live_1"));
    }

    @Test
    void the_webhook_path_has_a_default() {
        assertEquals("/imtoken/webhook", Settings.webhookPath(this::value));
        values.put("imtoken.shop.webhook-path", "hooks/pay");
        assertEquals("/hooks/pay", Settings.webhookPath(this::value));
    }

    @Test
    void the_stores_own_address_is_an_origin_and_may_be_left_out() {
        assertEquals("", Settings.publicUrl(this::value));
        values.put("imtoken.shop.public-url", "https://shop.example/");
        assertEquals("https://shop.example", Settings.publicUrl(this::value));
        assertTrue(read().ready());
        values.put("imtoken.shop.public-url", "shop.example");
        assertTrue(read().problems().getFirst().startsWith("imtoken.shop.public-url must be like https://"));
    }

    private Settings read() {
        return Settings.read(this::value);
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    private static String secret(int length) {
        return "whsec_" + Base64.getEncoder().encodeToString(new byte[length]);
    }
}
