package imtokenpay.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/// What is measured while the story is played, each with its goal. A story is played by one thread.
public final class Figures {
    /// How often a payment's standing is looked at while its first sight is timed.
    static final Duration LOOK = Duration.ofMillis(10);

    private static final double MILLIS = 1000.0;

    private final DoubleSupplier secondsSinceStart;
    private final List<Duration> sights = new ArrayList<>();
    private final List<Duration> tellings = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private boolean paid;

    public Figures(DoubleSupplier secondsSinceStart) {
        this.secondsSinceStart = secondsSinceStart;
    }

    /// A shop was told that its order is paid.
    void paid() {
        if (!paid) {
            paid = true;
            add("cold start to the first paid order: %.1f s (goal: 60 s)", secondsSinceStart.getAsDouble());
        }
    }

    /// So long after the node had the block, the payment's new standing was committed and could be read.
    void seenAfter(Duration wait) {
        sights.add(wait);
    }

    /// So long after the payment's new standing could be read, the waiting page was told.
    void toldAfter(Duration wait) {
        tellings.add(wait);
    }

    /// So long after the payment was settled, a shop that no webhook reaches had its order paid.
    void paidByFeed(Duration wait) {
        add("all webhooks lost, order paid by the event feed: %.1f s (goal: 30 s)", wait.toMillis() / MILLIS);
    }

    void page(int bytes) {
        add("checkout page: %.1f kB compressed, QR code in the first answer (goal: 14 kB)", bytes / MILLIS);
    }

    List<String> lines() {
        List<String> all = new ArrayList<>(lines);
        if (!sights.isEmpty()) {
            all.add(sightLine());
            all.add(tellingLine());
        }
        return all;
    }

    /// The mean of all first sights.
    public Duration meanSight() {
        return Duration.ofNanos(
                (long) sights.stream().mapToLong(Duration::toNanos).average().orElse(0));
    }

    private String sightLine() {
        Duration worst = sights.stream().max(Duration::compareTo).orElseThrow();
        return String.format(
                Locale.ROOT,
                "block visible to payment committed: mean %d ms, worst %d ms of %d (goal: mean 1000 ms)",
                meanSight().toMillis(),
                worst.toMillis(),
                sights.size());
    }

    /// How long it took from the commit until the waiting page was told, at the most and for 95 of 100.
    public String tellingLine() {
        List<Duration> sorted = tellings.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "payment committed to page told: p95 %d ms, worst %d ms of %d (goal: p95 1000 ms)",
                sorted.get((sorted.size() * 95 + 99) / 100 - 1).toMillis(),
                sorted.getLast().toMillis(),
                sorted.size());
    }

    private void add(String format, Object value) {
        lines.add(String.format(Locale.ROOT, format, value));
    }
}
