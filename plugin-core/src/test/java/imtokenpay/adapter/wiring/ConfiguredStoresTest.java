package imtokenpay.adapter.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.http.AddressGuard;
import imtokenpay.webhook.Signature;
import imtokenpay.webhook.WebhookEndpoint;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an integrator may write about a store, and what he is told when it is wrong.
class ConfiguredStoresTest {
    private static final String URL = "imtoken.store.books.webhook-url";
    private static final String HOOK = "https://shop.example/hook";
    private static final String ZONE = "imtoken.store.books.time-zone";
    private static final String SECRET = "imtoken.store.books.webhook-secret";
    private static final String OLD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEW = "whsec_NEWKQ9r8GKYqrTwjUPD8ILPZIo2LaLaN";

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

    @Test
    void two_secrets_sign_while_the_store_goes_from_one_to_the_other() {
        var secrets = endpoint(Map.of(URL, HOOK, SECRET, "  " + NEW + " \t" + OLD + " "))
                .secrets();
        assertEquals(2, secrets.size());
        assertEquals(
                Signature.of(Signature.Secret.parse(NEW), "evt_1", Instant.EPOCH, "{}") + " "
                        + Signature.of(Signature.Secret.parse(OLD), "evt_1", Instant.EPOCH, "{}"),
                Signature.of(secrets, "evt_1", Instant.EPOCH, "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD + "," + NEW, OLD + " " + NEW + " " + OLD, OLD + " " + "whsec_c2hvcnQ=", "whsec_", " "})
    void secrets_that_cannot_be_used_are_refused_without_being_repeated(String secrets) {
        var complaint = complaint(Map.of(URL, HOOK, SECRET, secrets));
        assertTrue(complaint.contains(SECRET), complaint);
        assertFalse(complaint.contains(OLD.substring(6)), complaint);
    }

    @Test
    void its_days_are_those_of_utc_or_of_a_zone_of_the_iana_database() {
        assertEquals(ZoneOffset.UTC, stores(Map.of()).all().getFirst().zone());
        assertEquals(
                ZoneOffset.UTC, stores(Map.of(ZONE, "Etc/UTC")).all().getFirst().zone());
        for (var zone : List.of("Europe/Zurich", "Asia/Kolkata", "America/Argentina/Buenos_Aires")) {
            assertEquals(
                    ZoneId.of(zone), stores(Map.of(ZONE, zone)).all().getFirst().zone());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+02:00", "GMT+2", "UTC+1", "Z", "Summer", "europe/zurich", "Europe/Zürich", "CEST", "2"})
    void a_zone_that_is_none_is_refused_in_words(String zone) {
        var complaint = complaint(Map.of(ZONE, zone));
        assertTrue(complaint.contains(ZONE + " must be a time zone such as Europe/Zurich"), complaint);
        assertTrue(complaint.contains("not '" + zone + "'"), complaint);
    }

    private static String complaint(Map<String, String> more) {
        return assertThrows(IllegalArgumentException.class, () -> endpoint(more))
                .getMessage();
    }

    private static WebhookEndpoint endpoint(Map<String, String> more) {
        return stores(more).ofStore("books").orElseThrow();
    }

    private static ConfiguredStores stores(Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "imtoken.stores",
                "books",
                "imtoken.store.books.name",
                "Books",
                "imtoken.store.books.api-key",
                "0123456789abcdef0123456789abcdef",
                SECRET,
                OLD));
        settings.putAll(more);
        var read = new Settings(new Keys(settings));
        var guard = new AddressGuard(read.list("imtoken.webhook.allow"));
        return new ConfiguredStores(read, guard);
    }
}
