package imtokenpay.adapter.metrics.figure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jspecify.annotations.Nullable;

/// All that is served at `/metrics`; nothing, where the integrator did not ask for it.
@ApplicationScoped
public class Figures {
    private static final int NANO_DIGITS = 9;

    private final @Nullable MetricRegistry registry;
    private final @Nullable Export export;

    private final Map<Key, Spread> spreads = new ConcurrentHashMap<>();
    private final Set<MetricID> shown = ConcurrentHashMap.newKeySet();

    /// For the container, which makes its proxy so.
    protected Figures() {
        this.registry = null;
        this.export = null;
    }

    @Inject
    public Figures(MetricRegistry registry, Export export) {
        this.registry = registry;
        this.export = export;
    }

    private record Key(Figure figure, List<Label> labels) {}

    /// Serves what is known at the moment of the question. If that cannot be known, the figure is
    /// left out.
    ///
    /// @param value never null
    public void shows(Figure figure, List<Label> labels, Supplier<Number> value) {
        shows(figure.word(), figure.help(), labels, value);
    }

    /// The same under another name than the figure's own.
    void shows(String name, String help, List<Label> labels, Supplier<Number> value) {
        if (areServed()) {
            known().gauge(metadata(name, help), value, tags(labels));
            shown.add(new MetricID(name, tags(labels)));
        }
    }

    /// Forgets all that is shown, since what it is about may be there no more. What was counted stays.
    public void forget() {
        shown.forEach(id -> known().remove(id));
        shown.clear();
    }

    /// Serves how times are spread, over ranges with those upper ends.
    public void spread(Figure figure, List<Label> labels, List<Duration> bounds) {
        spreads.computeIfAbsent(new Key(figure, labels), any -> new Spread(bounds))
                .register(this, figure, labels);
    }

    /// Adds a time to those that are spread; nothing where no such spread is served.
    public void add(Figure figure, List<Label> labels, Duration time) {
        spreadOf(figure, labels).ifPresent(spread -> spread.add(time));
    }

    /// How times are spread so far; empty where that is not served.
    Optional<Spread> spreadOf(Figure figure, List<Label> labels) {
        return Optional.ofNullable(spreads.get(new Key(figure, labels)));
    }

    /// Counts from 0.
    public void begin(Figure figure, List<Label> labels) {
        count(figure, labels, 0);
    }

    /// Counts so many more.
    public void count(Figure figure, List<Label> labels, long more) {
        if (areServed()) {
            known().counter(metadata(figure.word(), figure.help()), tags(labels))
                    .inc(more);
        }
    }

    /// As seconds with a fraction.
    public static Number seconds(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), NANO_DIGITS);
    }

    /// Whether anything is served.
    public boolean areServed() {
        return Objects.requireNonNull(export).isOn();
    }

    private MetricRegistry known() {
        return Objects.requireNonNull(registry);
    }

    private static Metadata metadata(String name, String help) {
        return Metadata.builder().withName(name).withDescription(help).build();
    }

    private static Tag[] tags(List<Label> labels) {
        return labels.stream()
                .map(label -> new Tag(label.name(), label.value()))
                .toArray(Tag[]::new);
    }
}
