package imtokenpay.adapter.metrics.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.junit.jupiter.api.Test;

/// What becomes of figures when what they are about is exchanged.
class FiguresTest {
    private static final List<Label> ONE = List.of(new Label("chain", "eip155:1"));
    private static final List<Label> TWO = List.of(new Label("chain", "eip155:10"));

    private final Set<String> served = new TreeSet<>();

    @Test
    void what_is_there_no_more_is_shown_no_more_and_what_was_spread_stays() {
        var figures = new Figures(registry(), new Export(true));
        figures.shows(Figure.CHAIN_LAG_BLOCKS, ONE, () -> 1);
        figures.spread(Figure.TRANSFER_DETECT, ONE, List.of(Duration.ofSeconds(1)));
        figures.add(Figure.TRANSFER_DETECT, ONE, Duration.ofMillis(250));
        var before = Set.copyOf(served);
        figures.forget();
        assertEquals(Set.of(), served);
        figures.shows(Figure.CHAIN_LAG_BLOCKS, TWO, () -> 1);
        assertEquals(Set.of("imtoken_pay_chain_lag_blocks[eip155:10]"), served);
        figures.forget();
        figures.shows(Figure.CHAIN_LAG_BLOCKS, ONE, () -> 1);
        figures.spread(Figure.TRANSFER_DETECT, ONE, List.of(Duration.ofSeconds(1)));
        assertEquals(before, served);
        assertEquals(
                1, figures.spreadOf(Figure.TRANSFER_DETECT, ONE).orElseThrow().upTo(0));
    }

    // A registry that knows gauges alone.
    private MetricRegistry registry() {
        return (MetricRegistry) Proxy.newProxyInstance(
                MetricRegistry.class.getClassLoader(),
                new Class<?>[] {MetricRegistry.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "gauge" -> {
                        var tags = (Tag[]) arguments[arguments.length - 1];
                        served.add(name(new MetricID(((Metadata) arguments[0]).getName(), tags)));
                        yield null;
                    }
                    case "remove" -> served.remove(name((MetricID) arguments[0]));
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }

    private static String name(MetricID id) {
        return id.getName() + id.getTags().values();
    }
}
