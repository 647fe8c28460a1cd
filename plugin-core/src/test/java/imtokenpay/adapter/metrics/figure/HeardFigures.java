package imtokenpay.adapter.metrics.figure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Figures that a test reads instead of a server.
public final class HeardFigures extends Figures {
    private final Map<String, Supplier<Number>> shown = new TreeMap<>();
    private final Map<String, Long> counted = new TreeMap<>();

    @Override
    void shows(String name, String help, List<Label> labels, Supplier<Number> value) {
        shown.put(name + text(labels), value);
    }

    @Override
    public void count(Figure figure, List<Label> labels, long more) {
        counted.merge(figure.word() + text(labels), more, Long::sum);
    }

    /// What is served under that name and those labels now, as `name{label=value,...}`.
    public String now(String name) {
        return shown.containsKey(name) ? shown.get(name).get().toString() : String.valueOf(counted.get(name));
    }

    /// What was counted, and how often; also what was not counted yet.
    public Map<String, Long> counted() {
        return counted;
    }

    private static String text(List<Label> labels) {
        return labels.stream()
                .map(label -> label.name() + "=" + label.value())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
