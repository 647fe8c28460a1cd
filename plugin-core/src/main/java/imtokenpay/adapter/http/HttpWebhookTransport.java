package imtokenpay.adapter.http;

import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Attempt.Outcome;
import imtokenpay.webhook.Signature;
import imtokenpay.webhook.WebhookEndpoint;
import imtokenpay.webhook.WebhookEvent;
import imtokenpay.webhook.WebhookTransport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/// Posts events over HTTP/1.1, on connections of our own: the JDK's client looks a name up when it connects, so an
/// address that was checked before need not be the one that is called. Redirects are not followed: a store that
/// moved must say so in its settings.
public final class HttpWebhookTransport implements WebhookTransport, AutoCloseable {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    /// How long an attempt may take.
    ///
    /// @param connect from the name to an open connection
    /// @param answer from the call to the head of its answer
    record Patience(Duration connect, Duration answer, Duration body) {
        static final Patience USUAL =
                new Patience(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(1));
    }

    private final Watchdog watchdog = new Watchdog();
    private final Connections connections;
    private final Patience patience;

    public HttpWebhookTransport(AddressGuard guard) {
        this(guard, (SSLSocketFactory) SSLSocketFactory.getDefault(), Patience.USUAL);
    }

    HttpWebhookTransport(AddressGuard guard, SSLSocketFactory tls, Patience patience) {
        this.connections = new Connections(guard, tls, watchdog);
        this.patience = patience;
    }

    @Override
    public Attempt post(WebhookEndpoint endpoint, WebhookEvent event, Instant at) {
        try {
            var answer = answer(Origin.of(endpoint.address()), call(endpoint, event, at));
            return new Attempt(at, outcome(answer, at));
        } catch (IOException unreachable) {
            return new Attempt(at, new Outcome.Unreachable(String.valueOf(unreachable.getMessage())));
        }
    }

    @Override
    public void close() {
        connections.close();
        watchdog.close();
    }

    // A kept connection that the store has closed meanwhile says nothing about the store: the call goes out again at
    // once on a new one, with the same id. Both together take no longer than one may.
    private Answer answer(Origin origin, byte[] call) throws IOException {
        var end = System.nanoTime() + patience.connect().plus(patience.answer()).toNanos();
        var kept = connections.kept(origin);
        if (kept.isPresent()) {
            try {
                return answer(origin, kept.get(), call, end);
            } catch (Connection.Unheard closed) {
                // Asked again below.
            }
        }
        var connect = Math.min(patience.connect().toNanos(), end - System.nanoTime());
        return answer(origin, connections.open(origin, connect), call, end);
    }

    private Answer answer(Origin origin, Connection connection, byte[] call, long end) throws IOException {
        var nanos = Math.min(patience.answer().toNanos(), end - System.nanoTime());
        var isKept = false;
        try (var watch = watchdog.over(connection, nanos)) {
            try {
                var answer = connection.ask(call);
                isKept = isPassed(connection, answer);
                return answer;
            } catch (IOException broken) {
                throw watch.isOver() ? new IOException("no answer in time", broken) : broken;
            }
        } finally {
            if (isKept) {
                connections.keep(origin, connection);
            } else {
                Watchdog.shut(connection);
            }
        }
    }

    // The answer is known; what comes after its head can only spare the next call a new connection.
    private boolean isPassed(Connection connection, Answer answer) {
        try (var watch = watchdog.over(connection, patience.body().toNanos())) {
            return connection.passes(answer) && !watch.isOver();
        } catch (IOException broken) {
            return false;
        }
    }

    private static Outcome outcome(Answer answer, Instant at) {
        var status = answer.status();
        Optional<Duration> pause = status == TOO_MANY_REQUESTS || status == UNAVAILABLE
                ? answer.field("retry-after").flatMap(text -> RetryAfter.read(text, at))
                : Optional.empty();
        return pause.map(asked -> (Outcome) new Outcome.AskedToWait(status, asked))
                .orElseGet(() -> new Outcome.Answered(status));
    }

    private static byte[] call(WebhookEndpoint endpoint, WebhookEvent event, Instant at) {
        var address = endpoint.address();
        var path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        var port = address.getPort() < 0 ? "" : ":" + address.getPort();
        var body = event.content().body();
        var head = String.join(
                "\r\n",
                "POST " + path + query + " HTTP/1.1",
                "Host: " + address.getHost() + port,
                "User-Agent: imtoken-pay",
                "Accept: */*",
                "Content-Type: application/json",
                "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length,
                "webhook-id: " + event.id(),
                "webhook-timestamp: " + at.getEpochSecond(),
                "webhook-signature: " + Signature.of(endpoint.secrets(), event.id(), at, body),
                "",
                "");
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }
}
