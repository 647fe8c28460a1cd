package imtokenpay.storefront.client;

import imtokenpay.storefront.PaymentMethod;
import imtokenpay.storefront.PaymentNotice;
import imtokenpay.storefront.PaymentRefusal;
import imtokenpay.storefront.RefusalReason;
import imtokenpay.storefront.json.FeedPage;
import imtokenpay.storefront.json.PaymentJson;
import imtokenpay.storefront.json.UnreadableJson;
import imtokenpay.storefront.ledger.Intent;
import imtokenpay.storefront.settings.Settings;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The calls of the plugin's REST API that a store needs.
public final class PluginCalls implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(PluginCalls.class.getName());
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final Settings settings;
    private final Duration limit;
    private final HttpClient http;

    /// @param limit how long one call may take from the first byte sent to the last byte read
    public PluginCalls(Settings settings, Duration limit) {
        this.settings = settings;
        this.limit = limit;
        this.http = HttpClient.newBuilder()
                .connectTimeout(limit)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    PaymentNotice ask(Intent intent) throws PaymentRefusal {
        PluginAnswer answer =
                call("/payments", intent.clientReference(), Optional.of(BodyPublishers.ofString(body(intent))));
        return payment(answer).orElseThrow(() -> refusal(answer));
    }

    Optional<PaymentNotice> find(String paymentId) throws PaymentRefusal {
        return find(paymentId, limit);
    }

    /// @param patience how long to wait for it
    Optional<PaymentNotice> find(String paymentId, Duration patience) throws PaymentRefusal {
        PluginAnswer answer = send(request("/payments/" + encoded(paymentId)).build(), patience);
        return answer.status() == NOT_FOUND ? Optional.empty() : payment(answer);
    }

    /// Empty when the plugin has done it; else its reason against it.
    Optional<RefusalReason> cancel(String paymentId) throws PaymentRefusal {
        PluginAnswer answer =
                call("/payments/" + encoded(paymentId) + "/cancel", "", Optional.of(BodyPublishers.noBody()));
        if (answer.good()) {
            return Optional.empty();
        }
        return Optional.of(refusal(answer).reason());
    }

    /// The events after a cursor, from the first one without; empty when the plugin does not know the cursor.
    ///
    /// @throws PaymentRefusal when it does not answer, or with something else
    public Optional<FeedPage> events(Optional<String> cursor) throws PaymentRefusal {
        String after = cursor.map(text -> "?after=" + encoded(text)).orElse("");
        PluginAnswer answer = call("/events" + after, "", Optional.empty());
        if (answer.status() == GONE && cursor.isPresent()) {
            return Optional.empty();
        }
        if (!answer.good()) {
            throw refusal(answer);
        }
        return Optional.of(reading(() -> FeedPage.read(answer.body())));
    }

    PaymentMethod paymentMethod() throws PaymentRefusal {
        PluginAnswer answer = call("/payment-method", "", Optional.empty());
        if (!answer.good()) {
            throw refusal(answer);
        }
        return reading(() -> PaymentJson.paymentMethod(answer.body()));
    }

    private static Optional<PaymentNotice> payment(PluginAnswer answer) throws PaymentRefusal {
        if (!answer.good()) {
            throw refusal(answer);
        }
        return Optional.of(reading(() -> PaymentJson.payment(answer.body())));
    }

    private static <T> T reading(java.util.function.Supplier<T> read) throws PaymentRefusal {
        try {
            return read.get();
        } catch (UnreadableJson unreadable) {
            // Something else than the plugin sits at that address, or an incompatible version: no answer to build on.
            LOG.log(System.Logger.Level.WARNING, "imToken Pay answered what cannot be read", unreadable);
            throw new PaymentRefusal(RefusalReason.NO_ANSWER, unreadable);
        }
    }

    private PluginAnswer call(String path, String idempotencyKey, Optional<BodyPublisher> post) throws PaymentRefusal {
        HttpRequest.Builder request = request(path);
        if (!idempotencyKey.isEmpty()) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        post.ifPresent(
                body -> request.header("Content-Type", "application/json").POST(body));
        return send(request.build(), limit);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(settings.baseUrl() + "/api/v1" + path))
                .timeout(limit)
                .header("Authorization", "Bearer " + settings.apiKey())
                .header("Accept", "application/json, application/problem+json");
    }

    private PluginAnswer send(HttpRequest request, Duration patience) throws PaymentRefusal {
        // Not `sendAsync`: it answers on the JVM's common threads, which others in the same server may keep busy.
        FutureTask<HttpResponse<byte[]>> pending =
                new FutureTask<>(() -> http.send(request, BodyHandlers.ofByteArray()));
        Thread.startVirtualThread(pending);
        try {
            // The request's own time-out ends with the answer's head; this one covers the body too.
            HttpResponse<byte[]> response = pending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new PluginAnswer(response.statusCode(), response.body());
        } catch (ExecutionException | TimeoutException failed) {
            pending.cancel(true);
            LOG.log(
                    System.Logger.Level.WARNING,
                    "imToken Pay does not answer: {0} {1}: {2}",
                    request.method(),
                    request.uri(),
                    failed);
            throw new PaymentRefusal(RefusalReason.NO_ANSWER, failed);
        } catch (InterruptedException stopped) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new PaymentRefusal(RefusalReason.NO_ANSWER, stopped);
        }
    }

    private static PaymentRefusal refusal(PluginAnswer answer) {
        RefusalReason reason = Reasons.of(answer.status(), PaymentJson.problemCode(answer.body()));
        if (reason == RefusalReason.REFUSED || reason == RefusalReason.NO_ANSWER) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "imToken Pay refused with {0} {1}: {2}",
                    String.valueOf(answer.status()),
                    PaymentJson.problemCode(answer.body()),
                    PaymentJson.problemDetail(answer.body()));
        }
        return new PaymentRefusal(reason);
    }

    private static String body(Intent intent) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("orderRef", intent.orderRef())
                .add("amount", intent.amount().toPlainString())
                .add("currency", intent.currency())
                .add("asset", intent.asset())
                .add("clientReference", intent.clientReference());
        if (!intent.description().isEmpty()) {
            body.add("description", intent.description());
        }
        if (!intent.returnUrl().isEmpty()) {
            body.add("returnUrl", intent.returnUrl());
        }
        if (!intent.customer().isEmpty()) {
            body.add("customerReference", intent.customer());
        }
        return body.build().toString();
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
