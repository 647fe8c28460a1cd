package imtokenpay.adapter.http;

import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Signature;
import imtokenpay.webhook.WebhookEndpoint;
import imtokenpay.webhook.WebhookEvent;
import imtokenpay.webhook.WebhookTransport;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/// Posts events by the JDK's HTTP client. Redirects are not followed: a store that moved must say so in its
/// settings.
public final class HttpWebhookTransport implements WebhookTransport, AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    @Override
    public Attempt post(WebhookEndpoint endpoint, WebhookEvent event, Instant at) {
        var body = event.content().body();
        var request = HttpRequest.newBuilder(endpoint.address())
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", "application/json")
                .header("webhook-id", event.id())
                .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .header("webhook-signature", Signature.of(endpoint.secret(), event.id(), at, body))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofInputStream());
            // Only the status matters; the body is never read, so a store cannot make us swallow one.
            answer.body().close();
            return new Attempt(at, new Attempt.Outcome.Answered(answer.statusCode()));
        } catch (IOException unreachable) {
            return new Attempt(at, new Attempt.Outcome.Unreachable(unreachable.toString()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Attempt(at, new Attempt.Outcome.Unreachable("stopped"));
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
