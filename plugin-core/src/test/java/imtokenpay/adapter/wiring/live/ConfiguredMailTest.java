package imtokenpay.adapter.wiring.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.wiring.Keys;
import imtokenpay.adapter.wiring.Settings;
import imtokenpay.flow.notice.Postman;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredMailTest {
    private static final Map<String, String> MAIL = Map.of(
            "imtoken.mail.host",
            "mail.example",
            "imtoken.mail.from",
            "pay@shop.example",
            "imtoken.mail.to",
            "a@b.example, c@d.example");

    @Test
    void without_a_server_nobody_is_told() {
        assertFalse(made(Map.of()).isThere());
        assertTrue(made(MAIL).isThere());
        assertTrue(made(with("imtoken.mail.tls", "tls")).isThere());
    }

    @ParameterizedTest
    @CsvSource({
        "imtoken.mail.tls, none, imtoken.mail.tls can be none only if imtoken.mail.host is this machine",
        "imtoken.mail.tls, ssl, 'imtoken.mail.tls must be one of starttls, tls, none'",
        "imtoken.mail.port, 0, imtoken.mail.port must be 1 to 65535",
        "imtoken.mail.port, smtp, imtoken.mail.port must be a whole number",
        "imtoken.mail.user, pay, imtoken.mail.password is missing",
        "imtoken.mail.password, secret, imtoken.mail.user is missing",
        "imtoken.mail.from, Shop, imtoken.mail.from must be mail addresses",
        "imtoken.mail.to, 'a@b.example, anna', imtoken.mail.to must be mail addresses",
        "imtoken.mail.host, '', imtoken.mail.host is missing"
    })
    void what_is_wrong_is_named_at_the_start(String key, String text, String words) {
        var message = assertThrows(IllegalArgumentException.class, () -> made(with(key, text)))
                .getMessage();
        assertTrue(message.startsWith("Configuration: ") && message.contains(words), message);
        assertFalse(message.contains("secret"), message);
    }

    @Test
    void a_server_on_this_machine_needs_no_tls() {
        var here = with("imtoken.mail.tls", "none");
        here.put("imtoken.mail.host", "127.0.0.1");
        assertTrue(made(here).isThere());
        assertEquals(4, here.size());
    }

    private static Map<String, String> with(String key, String text) {
        var keys = new HashMap<>(MAIL);
        keys.put(key, text);
        return keys;
    }

    private static Postman made(Map<String, String> keys) {
        return ConfiguredMail.made(new Settings(new Keys(keys)));
    }
}
