package imtokenpay.adapter.wiring.live;

import imtokenpay.adapter.http.AddressGuard;
import imtokenpay.adapter.wiring.Settings;
import imtokenpay.flow.setup.Arrangement;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/// What is in use at this moment. Before the first use there is nothing: no network, no asset, no
/// store.
@Singleton
public class LiveArrangement implements Arrangement {
    // Longer than any call to a node may take: who still reads through the old networks ends in peace.
    private static final Duration GRACE = Duration.ofMinutes(2);
    private static final long NONE = -1;

    private record Retired(Arranged arranged, Instant at) {}

    private record Current(long version, Arranged arranged) {}

    private final Settings settings;
    private final AddressGuard guard;
    private final InstantSource clock;
    private final Deque<Retired> retired = new ArrayDeque<>();
    private volatile Current current;

    @Inject
    public LiveArrangement(Settings settings, AddressGuard guard, InstantSource clock) {
        this.settings = settings;
        this.guard = guard;
        this.clock = clock;
        this.current =
                new Current(NONE, Arranged.of(new Arranged.Site(Settings.nothing(), guard, clock), Optional.empty()));
    }

    Arranged current() {
        return current.arranged();
    }

    @Override
    public long version() {
        return current.version();
    }

    @Override
    public boolean isConfigured(String key) {
        return settings.isConfigured(key);
    }

    @Override
    public Optional<String> text(String key) {
        return settings.configured(key);
    }

    @Override
    public Draft draft(Map<String, String> kept) {
        return Arranged.of(new Arranged.Site(settings.above(kept), guard, clock), Optional.of(current()));
    }

    @Override
    public synchronized void use(Map<String, String> kept, long version) {
        tidy();
        if (version == version()) {
            return;
        }
        var before = current();
        var next = Arranged.of(new Arranged.Site(settings.above(kept), guard, clock), Optional.of(before));
        current = new Current(version, next.alone());
        retired.add(new Retired(before, clock.instant()));
    }

    @Override
    public synchronized void tidy() {
        var now = clock.instant();
        while (!retired.isEmpty() && retired.getFirst().at().plus(GRACE).isBefore(now)) {
            retired.removeFirst().arranged().closeAllBut(current());
        }
    }

    @PreDestroy
    synchronized void close() {
        retired.forEach(old -> old.arranged().closeAllBut(current()));
        current().closeAll();
    }
}
