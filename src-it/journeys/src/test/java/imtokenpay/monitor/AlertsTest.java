package imtokenpay.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.server.Built;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The alerts that the product ships, by Prometheus' own checker.
class AlertsTest {
    private static final String OPERATE = Shipped.text(Built.here().root().resolve("docs/operate.md"));

    @Test
    void prometheus_takes_the_configuration_and_the_rules() {
        assertRuns("check", "config", Shipped.CONFIGURATION);
        assertRuns("check", "rules", Shipped.ALERTS);
    }

    @Test
    void every_alert_is_raised_when_it_should_be_and_only_then() {
        String tests = Shipped.text(Shipped.PROMETHEUS.resolve(Shipped.ALERTS_TEST));
        for (String alert : Shipped.alerts()) {
            assertTrue(tests.contains("- name: " + alert + " is raised"), alert);
            assertTrue(tests.contains("- name: " + alert + " is not raised"), alert);
        }
        assertRuns("test", "rules", Shipped.ALERTS_TEST);
    }

    @Test
    void docs_operate_says_what_to_do_for_just_these_alerts() {
        var told = OPERATE.lines()
                .filter(line -> line.startsWith("| `ImtokenPay"))
                .map(line -> line.replaceAll("^\\| `(\\w+)`.*", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(Shipped.alerts()), told);
    }

    private static void assertRuns(String... arguments) {
        var ended = Tool.PROMTOOL.run(Shipped.PROMETHEUS, arguments);
        assertEquals(0, ended.code(), List.of(arguments) + ": " + ended.said());
    }
}
