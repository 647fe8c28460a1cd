package imtokenpay.adapter.http;

import imtokenpay.adapter.http.HttpWebhookTransport.Patience;
import imtokenpay.payment.PaymentId;
import imtokenpay.webhook.Attempt.Outcome;
import imtokenpay.webhook.Signature;
import imtokenpay.webhook.WebhookEndpoint;
import imtokenpay.webhook.WebhookEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;

/// One event, called to a store on this machine.
final class StoreCall {
    static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    static final Signature.Secret SECRET = Signature.Secret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    static final WebhookEvent EVENT = event();
    static final String NO_CONTENT = "HTTP/1.1 204 No Content\r\n\r\n";
    static final Patience LONG = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20));
    static final Patience SHORT = new Patience(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofMillis(100));

    private StoreCall() {}

    static HttpWebhookTransport transport(Patience patience) {
        var tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        return new HttpWebhookTransport(new AddressGuard(List.of()), tls, patience);
    }

    static Outcome post(HttpWebhookTransport transport, ScriptedStore store) {
        var endpoint = new WebhookEndpoint("books", store.address("http", "127.0.0.1"), SECRET);
        return transport.post(endpoint, EVENT, AT).outcome();
    }

    static void answerAll(ScriptedStore.Call call, String answer) throws IOException {
        while (call.comes()) {
            call.says(answer);
        }
    }

    private static WebhookEvent event() {
        var payment = new PaymentId("pay_0123456789ABCDEFGHJKMNPQRS");
        var content = new WebhookEvent.Content(AT, "{\"好\":\"📚\"}");
        return new WebhookEvent(WebhookEvent.idOf(payment, 1), "books", payment, "payment.settled", content);
    }
}
