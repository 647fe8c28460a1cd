package imtokenpay.monitor;

import imtokenpay.server.Built;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the product ships for Prometheus and Grafana.
final class Shipped {
    static final Path PROMETHEUS = Built.here().root().resolve("ops/prometheus");
    static final String CONFIGURATION = "prometheus.yml";
    static final String ALERTS = "alerts.yml";
    static final String ALERTS_TEST = "alerts_test.yml";

    private static final Path DASHBOARD = Built.here().root().resolve("ops/grafana/imtoken-pay.json");
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
    private static final Pattern FIGURE = Pattern.compile("\\b(?:imtoken_pay|memory|up)(?:_\\w+)?(?=[{\\[ )]|$)");

    private Shipped() {}

    /// A question of a panel.
    record Question(String panel, String expression) {}

    /// Every question that the dashboard asks, over the last minutes.
    static List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (JsonNode panel : JsonMapper.shared().readTree(text(DASHBOARD)).path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                String expression = target.path("expr")
                        .asString()
                        .replace("$__rate_interval", "5m")
                        .replace("$__range", "5m");
                questions.add(new Question(panel.path("title").asString(), expression));
            }
        }
        return questions;
    }

    /// The names of all alerts.
    static List<String> alerts() {
        return ALERT.matcher(text(PROMETHEUS.resolve(ALERTS)))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /// The figures that alerts are made of.
    static Set<String> figuresOfAlerts() {
        return text(PROMETHEUS.resolve(ALERTS))
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("summary:") && !line.startsWith("#"))
                .flatMap(line -> FIGURE.matcher(line).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
