package imtokenpay.journeys;

import imtokenpay.demo.DemoWorld;
import imtokenpay.demo.Plan;
import imtokenpay.server.Built;
import imtokenpay.server.Folder;
import imtokenpay.server.Ports;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// A shop and the plugin, whose facts are in a real PostgreSQL; opened once for all classes.
final class OnPostgres implements AutoCloseable {
    /// Opens it for the first class that needs it; the end of all tests closes it.
    static final class Opened implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            opened = Optional.of(context.getRoot()
                    .getStore(Namespace.GLOBAL)
                    .computeIfAbsent(OnPostgres.class, key -> new OnPostgres(), OnPostgres.class));
        }
    }

    private static final int FIRST_PORT = 18_450;
    private static Optional<OnPostgres> opened = Optional.empty();

    private final Postgres postgres = Postgres.started(folder("postgres-data"));
    private final DemoWorld world = DemoWorld.open(
            Plan.brisk(folder("postgres"), Ports.freeFrom(FIRST_PORT))
                    .on(postgres.address() + "?options=-c%20idle_in_transaction_session_timeout=10s"),
            line -> {});

    /// An empty folder of that name.
    static Path folder(String name) {
        return Folder.fresh(
                Built.here().root().resolve("src-it/journeys/target").resolve(name));
    }

    static Postgres postgres() {
        return opened.orElseThrow().postgres;
    }

    static DemoWorld world() {
        return opened.orElseThrow().world;
    }

    @Override
    public void close() {
        world.close();
        postgres.close();
    }
}
