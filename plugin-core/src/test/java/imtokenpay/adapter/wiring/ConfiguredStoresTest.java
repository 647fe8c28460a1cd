package imtokenpay.adapter.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.http.AddressGuard;
import imtokenpay.webhook.WebhookEndpoint;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an integrator may write about a store, and what he is told when it is wrong.
class ConfiguredStoresTest {
    private static final String URL = "imtoken.store.books.webhook-url";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/hook",
                "http://localhost:8080/hook",
                "http://127.0.0.1:8080/hook",
                "http://[::1]/hook",
                "https://8.8.8.8/hook"
            })
    void a_store_is_told_where_its_settings_say(String url) {
        assertEquals(url, endpoint(Map.of(URL, url)).address().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.5/hook",
                "https://169.254.169.254/latest/meta-data",
                "https://[fd00::5]/hook",
                "https://[::ffff:7f00:1]/hook"
            })
    void an_address_inside_needs_to_be_allowed(String url) {
        var complaint = complaint(Map.of(URL, url));
        var host = url.replaceAll("https://([^/]*)/.*", "$1");
        assertTrue(complaint.contains("imtoken.webhook.allow=" + host), complaint);
        assertEquals(
                url,
                endpoint(Map.of(URL, url, "imtoken.webhook.allow", "x.example, " + host))
                        .address()
                        .toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://user:word@shop.example/hook", "file:///etc/passwd", "gopher://shop.example/", "/hook"})
    void an_address_that_is_no_plain_web_address_is_refused(String url) {
        assertTrue(complaint(Map.of(URL, url)).contains(URL));
    }

    private static String complaint(Map<String, String> more) {
        return assertThrows(IllegalArgumentException.class, () -> endpoint(more))
                .getMessage();
    }

    private static WebhookEndpoint endpoint(Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "imtoken.stores", "books",
                "imtoken.store.books.name", "Books",
                "imtoken.store.books.api-key", "0123456789abcdef0123456789abcdef",
                "imtoken.store.books.webhook-secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        settings.putAll(more);
        var read = new Settings(new Keys(settings));
        var guard = new AddressGuard(read.list("imtoken.webhook.allow"));
        return new ConfiguredStores(read, guard).ofStore("books").orElseThrow();
    }
}
