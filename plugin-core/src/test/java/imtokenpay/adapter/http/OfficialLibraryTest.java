package imtokenpay.adapter.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import imtokenpay.payment.PaymentId;
import imtokenpay.webhook.Signature;
import imtokenpay.webhook.WebhookEndpoint;
import imtokenpay.webhook.WebhookEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A store that checks our calls with the official library of Standard Webhooks.
class OfficialLibraryTest {
    private static final String NEW = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String OLD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHERS = "whsec_//79/Pv6+fj39vX08/Lx8O/u7ezr6uno";
    private static final String BODY = "{\"orderRef\":\"訂單 1042 📚\"}";

    @Test
    void it_finds_a_call_good() throws Exception {
        var call = call(Instant.now(), OLD);
        assertDoesNotThrow(() -> new Webhook(OLD).verify(BODY, call));
    }

    @Test
    void it_finds_a_call_good_by_the_old_and_by_the_new_secret_while_they_change() throws Exception {
        var call = call(Instant.now(), NEW, OLD);
        assertDoesNotThrow(() -> new Webhook(OLD).verify(BODY, call));
        assertDoesNotThrow(() -> new Webhook(NEW).verify(BODY, call));
    }

    @Test
    void it_refuses_what_was_changed_signed_by_another_or_sent_again_later() throws Exception {
        var call = call(Instant.now(), OLD);
        refuses(OTHERS, BODY, call);
        refuses(OLD, BODY + " ", call);
        refuses(OLD, BODY, call(Instant.now().minus(Duration.ofMinutes(6)), OLD));
    }

    private static void refuses(String secret, String body, Map<String, List<String>> call) {
        assertThrows(WebhookVerificationException.class, () -> new Webhook(secret).verify(body, call));
    }

    // The head of a real call, as a store sees it.
    private static Map<String, List<String>> call(Instant at, String... secrets) throws Exception {
        try (var store = new ScriptedStore((call, number) -> call.comes());
                var transport = new HttpWebhookTransport(new AddressGuard(List.of()))) {
            var keys = Arrays.stream(secrets).map(Signature.Secret::parse).toList();
            var payment = new PaymentId("pay_0123456789ABCDEFGHJKMNPQRS");
            transport.post(
                    new WebhookEndpoint("books", store.address("http", "127.0.0.1"), keys),
                    new WebhookEvent("evt_1", "books", payment, "payment.settled", new WebhookEvent.Content(at, BODY)),
                    at);
            var parts = store.calls().getFirst().split("\r\n\r\n");
            assertEquals(BODY, parts[1]);
            return Arrays.stream(parts[0].split("\r\n"))
                    .filter(line -> line.startsWith("webhook-"))
                    .map(line -> line.split(": ", 2))
                    .collect(Collectors.toMap(field -> field[0], field -> List.of(field[1])));
        }
    }
}
