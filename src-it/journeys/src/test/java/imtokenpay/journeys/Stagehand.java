package imtokenpay.journeys;

import imtokenpay.demo.Plan;
import imtokenpay.server.Built;
import imtokenpay.server.Folder;
import imtokenpay.server.Ports;
import imtokenpay.story.Devnet;
import imtokenpay.story.Figures;
import imtokenpay.story.Stage;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Sets the stage for a test class: a chain of its own, and the settings of the server that Arquillian starts.
/// Registered before Arquillian, so that its `beforeAll` comes first.
public final class Stagehand implements BeforeAllCallback, AfterAllCallback {
    private static final int FIRST_PORT = 18_300;

    private static @Nullable ManagedServer server;
    private static @Nullable Stage stage;

    /// The stage of the test class that runs now.
    static Stage stage() {
        return Objects.requireNonNull(stage);
    }

    static void awaitReady() {
        Objects.requireNonNull(server).awaitReady();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Built built = Built.here();
        Path home = Folder.fresh(built.root().resolve("src-it/journeys/target/managed"));
        Plan plan = Plan.brisk(home, Ports.freeFrom(FIRST_PORT));
        Devnet devnet = Devnet.open(plan.paper(), plan.blockTime());
        ManagedServer announced = new ManagedServer(plan, devnet);
        announced.announce(built);
        server = announced;
        stage = new Stage(announced, devnet, new Figures(() -> 0));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Objects.requireNonNull(server).close();
        stage().devnet().close();
    }
}
