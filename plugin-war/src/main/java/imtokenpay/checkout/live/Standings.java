package imtokenpay.checkout.live;

import imtokenpay.flow.seen.ShowSeen;
import imtokenpay.flow.show.ShowProgress;
import imtokenpay.payment.PaymentId;
import imtokenpay.webhook.PaymentJson.Snapshot;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Where the payments stand that shoppers look at. Read four times a second for all of them together, so that a
/// thousand who wait cost the database no more than one; another node's work is seen the same way.
@ApplicationScoped
public class Standings {
    /// How many browsers can be told at once; more than that ask again and again instead.
    static final int LISTENERS_MAX = 5_000;

    /// How many of them for one payment.
    static final int LISTENERS_OF_ONE_MAX = 100;

    private static final Logger LOG = System.getLogger(Standings.class.getName());
    private static final int PAUSE_MS = 250;
    // A page that does not listen asks every two seconds.
    private static final int FORGOTTEN_AFTER = 60_000 / PAUSE_MS;
    private static final int BEAT_EVERY = 15_000 / PAUSE_MS;
    private static final int THOROUGHLY_EVERY = 2_000 / PAUSE_MS;
    private static final int SEEN_EVERY = 1_000 / PAUSE_MS;
    private static final int AT_ONCE = 500;

    private final Map<PaymentId, Watched> watched = new ConcurrentHashMap<>();
    private @Nullable ScheduledFuture<?> looks;
    private volatile long look;
    private boolean failing;

    @Inject
    private @Nullable ShowProgress progress;

    @Inject
    private @Nullable ShowSeen sightings;

    @Resource
    private @Nullable ManagedScheduledExecutorService threads;

    @PostConstruct
    void begin() {
        looks = Objects.requireNonNull(threads)
                .scheduleWithFixedDelay(this::look, PAUSE_MS, PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void end() {
        Objects.requireNonNull(looks).cancel(false);
        watched.values().forEach(Watched::end);
    }

    /// Where a payment stands, a quarter of a second old at most; empty if there is no such payment.
    public Optional<String> of(PaymentId id) {
        return watched(id).map(payment -> payment.standing(look));
    }

    /// Whether one more browser can be told of that payment: who knows one payment's address must not take the room of
    /// all others.
    public boolean hasRoom(PaymentId id) {
        var all = watched.values().stream().mapToInt(Watched::listeners).sum();
        return all < LISTENERS_MAX
                && watched(id)
                        .filter(one -> one.listeners() >= LISTENERS_OF_ONE_MAX)
                        .isEmpty();
    }

    /// Has a browser told from now on.
    public void tell(PaymentId id, Listener listener) {
        watched(id).ifPresentOrElse(payment -> payment.add(listener), listener::end);
    }

    private Optional<Watched> watched(PaymentId id) {
        var known = Optional.ofNullable(watched.get(id));
        return known.or(() ->
                progress().byId(id).map(snapshot -> watched.computeIfAbsent(id, any -> new Watched(snapshot, look))));
    }

    private ShowProgress progress() {
        return Objects.requireNonNull(progress);
    }

    // Never throws, as it would not be called again then.
    private void look() {
        try {
            look++;
            watched.values().removeIf(payment -> payment.isForgotten(look - FORGOTTEN_AFTER));
            var shown = new ArrayList<Snapshot>();
            watched.values().forEach(payment -> shown.add(payment.snapshot()));
            for (var from = 0; from < shown.size(); from += AT_ONCE) {
                changed(shown.subList(from, Math.min(shown.size(), from + AT_ONCE)));
            }
            if (look % SEEN_EVERY == 0 && !shown.isEmpty()) {
                seen(shown);
            }
            if (look % BEAT_EVERY == 0) {
                watched.values().forEach(Watched::beat);
            }
            failing = false;
        } catch (RuntimeException failed) {
            // Once, and not four times a second until it is over.
            if (!failing) {
                LOG.log(Level.WARNING, "No waiting page is told of changes until the database answers.", failed);
            }
            failing = true;
        }
    }

    private void changed(List<Snapshot> shown) {
        for (var snapshot : progress().changed(shown, look % THOROUGHLY_EVERY == 0)) {
            Optional.ofNullable(watched.get(snapshot.payment().id())).ifPresent(payment -> payment.now(snapshot));
        }
    }

    private void seen(List<Snapshot> shown) {
        var seen = Objects.requireNonNull(sightings)
                .of(shown.stream().map(Snapshot::payment).toList());
        watched.forEach((id, payment) -> payment.sees(Optional.ofNullable(seen.get(id))));
    }
}
