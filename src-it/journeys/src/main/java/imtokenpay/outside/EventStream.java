package imtokenpay.outside;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import tools.jackson.databind.json.JsonMapper;

/// What a checkout page is told while it waits, as a browser hears it. Waiting takes no thread.
public final class EventStream implements AutoCloseable {
    private static final String DATA = "data: ";
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    private final Lines lines = new Lines();

    /// Listens from now on.
    public EventStream(URI events) {
        HTTP.sendAsync(HttpRequest.newBuilder(events).build(), BodyHandlers.fromLineSubscriber(lines));
    }

    /// The moment, by `System.nanoTime()`, at which it was first told that the payment stands so.
    public long momentOf(String standing, Duration limit) {
        return Await.value(
                "the page is told of " + standing, limit, () -> Optional.ofNullable(lines.told.get(standing)));
    }

    /// Whether it was told so.
    public boolean hears(String standing) {
        return lines.told.containsKey(standing);
    }

    @Override
    public void close() {
        lines.over = true;
    }

    private static final class Lines implements Subscriber<String> {
        private final Map<String, Long> told = new ConcurrentHashMap<>();
        private volatile boolean over;
        private Subscription subscription = new Subscription() {
            @Override
            public void request(long count) {}

            @Override
            public void cancel() {}
        };

        @Override
        public void onSubscribe(Subscription begun) {
            subscription = begun;
            begun.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (over) {
                subscription.cancel();
            } else if (line.startsWith(DATA)) {
                told.putIfAbsent(
                        JSON.readTree(line.substring(DATA.length()))
                                .path("status")
                                .asString(),
                        System.nanoTime());
            }
        }

        @Override
        public void onError(Throwable broken) {
            // Who waits for a standing is told that it did not come.
        }

        @Override
        public void onComplete() {
            // The same.
        }
    }
}
