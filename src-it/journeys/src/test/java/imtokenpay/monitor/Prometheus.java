package imtokenpay.monitor;

import imtokenpay.outside.Answer;
import imtokenpay.outside.Await;
import imtokenpay.outside.Browser;
import imtokenpay.server.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/// A real Prometheus with the configuration that the product ships, only quicker, and looking at another port.
final class Prometheus implements AutoCloseable {
    private static final int FIRST_PORT = 18_800;
    private static final int STARTING = 503;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final URI api;
    private final Browser browser = new Browser();

    private Prometheus(Process process, int port) {
        this.process = process;
        this.api = URI.create("http://127.0.0.1:" + port + "/api/v1/");
    }

    /// Starts one that looks at the figures of that port.
    static Prometheus on(int figures, Path home) {
        int port = Ports.freeFrom(FIRST_PORT);
        try {
            Files.copy(Shipped.PROMETHEUS.resolve(Shipped.ALERTS), home.resolve(Shipped.ALERTS));
            String shipped = Shipped.text(Shipped.PROMETHEUS.resolve(Shipped.CONFIGURATION));
            Path configuration = Files.writeString(
                    home.resolve(Shipped.CONFIGURATION),
                    shipped.replace("127.0.0.1:9190", "127.0.0.1:" + figures).replace("15s", "1s"));
            Process process = new ProcessBuilder(
                            Tool.PROMETHEUS.program().toString(),
                            "--config.file=" + configuration,
                            "--storage.tsdb.path=" + home.resolve("tsdb"),
                            "--web.listen-address=127.0.0.1:" + port)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(home.resolve("prometheus.log").toFile()))
                    .start();
            Prometheus prometheus = new Prometheus(process, port);
            prometheus.awaitPlugin();
            return prometheus;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitPlugin() {
        try {
            Await.until("Prometheus sees the plugin", PATIENCE, () -> tells("up == 1"));
        } catch (AssertionError late) {
            close();
            throw late;
        }
    }

    /// Whether that question has an answer that is a number.
    boolean tells(String expression) {
        try {
            String query = "query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8);
            Answer answer = browser.see(api.resolve(query));
            if (answer.status() == STARTING) {
                return false;
            }
            for (JsonNode series : answer.expect(200).json().path("data").path("result")) {
                if (!series.path("value").path(1).asString().equals("NaN")) {
                    return true;
                }
            }
            return false;
        } catch (UncheckedIOException closed) {
            return false;
        }
    }

    /// The rules that could not be worked out, with what Prometheus says of them, and those that were not yet.
    List<String> brokenRules() {
        List<String> broken = new ArrayList<>();
        for (JsonNode group : see("rules").path("data").path("groups")) {
            for (JsonNode rule : group.path("rules")) {
                if (!rule.path("health").asString().equals("ok")) {
                    broken.add(rule.path("name").asString() + ": "
                            + rule.path("lastError").asString(""));
                }
            }
        }
        return broken;
    }

    /// The alerts that wait or are raised.
    List<String> alerts() {
        List<String> names = new ArrayList<>();
        for (JsonNode alert : see("alerts").path("data").path("alerts")) {
            names.add(alert.path("labels").path("alertname").asString());
        }
        return names;
    }

    private JsonNode see(String page) {
        return browser.see(api.resolve(page)).json();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
