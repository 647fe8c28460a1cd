package imtokenpay.monitor;

import imtokenpay.demo.DemoWorld;
import imtokenpay.demo.OwnServer;
import imtokenpay.demo.Plan;
import imtokenpay.outside.Answer;
import imtokenpay.outside.Await;
import imtokenpay.outside.Browser;
import imtokenpay.server.Built;
import imtokenpay.server.Folder;
import imtokenpay.server.Ports;
import imtokenpay.story.Scene;
import imtokenpay.story.Stage;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A plugin at work whose health and metrics have a port of their own, as docs/operate.md says.
final class Watched implements AutoCloseable {
    static final Path TARGET = Built.here().root().resolve("src-it/journeys/target");

    private static final int FIRST_PORT = 18_600;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port;
    private final int monitoring;
    private final DemoWorld world;
    private final Browser browser = new Browser();

    private Watched(int port, int monitoring, DemoWorld world) {
        this.port = port;
        this.monitoring = monitoring;
        this.world = world;
    }

    static Watched open() {
        int port = Ports.freeFrom(FIRST_PORT);
        int monitoring = Ports.freeFrom(port + 1);
        Path home = Folder.fresh(TARGET.resolve("monitor"));
        Plan plan = Plan.brisk(home, port).monitoredAt(monitoring);
        Watched watched = new Watched(port, monitoring, DemoWorld.open(plan, line -> {}));
        Await.until("the port for those who watch is open", PATIENCE, watched::isReady);
        return watched;
    }

    // It opens a moment after the applications.
    private boolean isReady() {
        try {
            return atMonitoring("/health/ready").status() == 200;
        } catch (UncheckedIOException closed) {
            return false;
        }
    }

    void play(Scene scene) {
        scene.play(stage());
    }

    Stage stage() {
        return world.stage(new imtokenpay.story.Figures(() -> 0));
    }

    /// A Prometheus that looks at it, where there is such a program.
    Optional<Prometheus> byPrometheus() {
        return Tool.PROMETHEUS.isThere()
                ? Optional.of(Prometheus.on(monitoring, Folder.fresh(TARGET.resolve("prometheus"))))
                : Optional.empty();
    }

    /// A payment in ether that somebody waits for.
    JsonNode asksInEth() {
        String json = JsonMapper.shared()
                .createObjectNode()
                .put("orderRef", "waiting")
                .put("asset", world.devnet().eth())
                .put("amount", "1.00")
                .put("currency", "USD")
                .toString();
        return server().plugin().ask(json).expect(201).json();
    }

    OwnServer server() {
        return world.server();
    }

    /// A page of the shop's own port.
    Answer atShop(String path) {
        return browser.see(URI.create("http://127.0.0.1:" + port + path));
    }

    /// A page of the port for whoever keeps it running.
    Answer atMonitoring(String path) {
        return browser.see(URI.create("http://127.0.0.1:" + monitoring + path));
    }

    /// What is served at `/metrics` now.
    Figures figures() {
        return Figures.in(atMonitoring("/metrics").expect(200).text());
    }

    /// What a check of that name says.
    @Nullable
    JsonNode check(String name) {
        for (JsonNode check : atMonitoring("/health").json().path("checks")) {
            if (check.path("name").asString().equals(name)) {
                return check;
            }
        }
        return null;
    }

    @Override
    public void close() {
        world.close();
    }
}
