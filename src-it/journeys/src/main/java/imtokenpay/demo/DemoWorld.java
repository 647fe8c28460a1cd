package imtokenpay.demo;

import imtokenpay.devnet.bitcoin.BitcoinNode;
import imtokenpay.devnet.bitcoin.NodeProgram;
import imtokenpay.devnet.rpc.RpcFailure;
import imtokenpay.server.Built;
import imtokenpay.server.Folder;
import imtokenpay.story.Devnet;
import imtokenpay.story.Figures;
import imtokenpay.story.Stage;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Everything that the demo needs, started: a chain with a wallet, and a server with both applications.
public final class DemoWorld implements AutoCloseable {
    private final Teardown teardown;
    private final Devnet devnet;
    private final OwnServer server;

    private DemoWorld(Teardown teardown, Devnet devnet, OwnServer server) {
        this.teardown = teardown;
        this.devnet = devnet;
        this.server = server;
    }

    /// Returns when everything answers; `teller` hears what is going on until then.
    public static DemoWorld open(Plan plan, Consumer<String> teller) {
        Built built = Built.here();
        Teardown teardown = new Teardown();
        try {
            if (!plan.keep()) {
                teardown.add(() -> Folder.tidy(plan.home()));
            }
            Optional<BitcoinNode> bitcoin = bitcoin(plan, built, teller);
            bitcoin.ifPresent(teardown::add);
            Devnet devnet = teardown.add(Devnet.open(plan.paper(), plan.blockTime(), bitcoin));
            teller.accept(devnet.describe());
            teller.accept("starting Payara Micro with the plugin and the shop (about 20 s)");
            OwnServer server = teardown.add(OwnServer.start(plan, devnet, built));
            server.awaitReady(teller);
            return new DemoWorld(teardown, devnet, server);
        } catch (RuntimeException | AssertionError e) {
            teardown.close();
            throw e;
        }
    }

    // Debian alone has the package, and not every machine is one: the demo goes on without.
    private static Optional<BitcoinNode> bitcoin(Plan plan, Built built, Consumer<String> teller) {
        if (!plan.bitcoin()) {
            return Optional.empty();
        }
        try {
            Path program = new NodeProgram(built.root()).file();
            BitcoinNode node = BitcoinNode.start(program, plan.home().resolve("bitcoin"), plan.blockTime());
            teller.accept(node.describe());
            return Optional.of(node);
        } catch (IllegalStateException | UncheckedIOException | RpcFailure e) {
            teller.accept("without Bitcoin: " + e.getMessage());
            return Optional.empty();
        }
    }

    public Devnet devnet() {
        return devnet;
    }

    public OwnServer server() {
        return server;
    }

    public Stage stage(Figures figures) {
        return new Stage(server, devnet, figures);
    }

    @Override
    public void close() {
        teardown.close();
    }
}
