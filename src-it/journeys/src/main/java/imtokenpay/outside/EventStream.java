package imtokenpay.outside;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// What a checkout page is told while it waits, as a browser hears it.
public final class EventStream implements AutoCloseable {
    private static final String DATA = "data: ";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Long> told = new ConcurrentHashMap<>();
    private final JsonMapper json = new JsonMapper();

    /// Listens from now on.
    public EventStream(URI events) {
        CompletableFuture<HttpResponse<Stream<String>>> answer =
                http.sendAsync(HttpRequest.newBuilder(events).build(), BodyHandlers.ofLines());
        answer.thenAcceptAsync(
                lines -> lines.body().filter(line -> line.startsWith(DATA)).forEach(this::hear));
    }

    /// The moment, by `System.nanoTime()`, at which it was first told that the payment stands so.
    public long momentOf(String standing, Duration limit) {
        return Await.value("the page is told of " + standing, limit, () -> Optional.ofNullable(told.get(standing)));
    }

    private void hear(String line) {
        String standing =
                json.readTree(line.substring(DATA.length())).path("status").asString();
        told.putIfAbsent(standing, System.nanoTime());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
