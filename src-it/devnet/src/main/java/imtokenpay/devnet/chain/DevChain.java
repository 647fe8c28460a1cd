package imtokenpay.devnet.chain;

import imtokenpay.devnet.rpc.JsonRpc;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// A running development chain with id 31337 and the well-known rich accounts. Close it to stop it.
///
/// ```java
/// try (DevChain chain = DevChain.start(0, Optional.empty())) {
///     chain.control().mine(3);
/// }
/// ```
public final class DevChain implements AutoCloseable {
    private final Node node;
    private final ChainControl control;

    private DevChain(Node node) {
        this.node = node;
        this.control = new ChainControl(new JsonRpc(node.url()));
    }

    /// The real node if it is installed here, else the simulated chain.
    ///
    /// @param port 0 picks a free one
    /// @param blockTime empty: every transaction gets its block at once
    public static DevChain start(int port, Optional<Duration> blockTime) {
        return start(AnvilBinary.ofThisMachine(), port, blockTime);
    }

    static DevChain start(AnvilBinary binary, int port, Optional<Duration> blockTime) {
        return binary.find()
                .map(program -> new DevChain(AnvilNode.start(program, port, blockTime)))
                .orElseGet(() -> new DevChain(PaperNode.start(port, blockTime, "because " + missing(binary))));
    }

    /// The real node, or an error that says how to install it.
    public static DevChain anvil(int port, Optional<Duration> blockTime) {
        AnvilBinary binary = AnvilBinary.ofThisMachine();
        Path program = binary.find().orElseThrow(() -> new IllegalStateException("No chain: " + missing(binary)));
        return new DevChain(AnvilNode.start(program, port, blockTime));
    }

    /// The simulated chain, whatever is installed.
    public static DevChain paper(int port, Optional<Duration> blockTime) {
        return new DevChain(PaperNode.start(port, blockTime, "as asked for"));
    }

    private static String missing(AnvilBinary binary) {
        return "neither an anvil program nor npm package " + binary.npmPackage()
                + " was found; for the real node run: npm ci --ignore-scripts (in src-it/devnet)";
    }

    /// Where the chain answers JSON-RPC.
    public URI rpcUrl() {
        return node.url();
    }

    /// Where the chain tells of new blocks over a WebSocket, if it does.
    public Optional<URI> headsUrl() {
        return node.headsUrl();
    }

    /// A client of this chain.
    public JsonRpc rpc() {
        return control.rpc();
    }

    /// Drives the chain.
    public ChainControl control() {
        return control;
    }

    /// One plain sentence about what is running and where.
    public String describe() {
        return node.describe();
    }

    @Override
    public void close() {
        node.close();
    }
}
