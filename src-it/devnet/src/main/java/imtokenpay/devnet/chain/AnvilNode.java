package imtokenpay.devnet.chain;

import imtokenpay.devnet.paper.ledger.Ledger;
import imtokenpay.devnet.rpc.Deadline;
import imtokenpay.devnet.rpc.JsonRpc;
import imtokenpay.devnet.rpc.RpcFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The real development node, as a process of its own.
final class AnvilNode implements Node {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final Path program;
    private final Process process;
    private final Thread hook;
    private final URI url;
    private final String version;

    private AnvilNode(Path program, Process process, Thread hook, URI url) {
        this.program = program;
        this.process = process;
        this.hook = hook;
        this.url = url;
        this.version = new JsonRpc(url).text("web3_clientVersion").replace("/v", " ");
    }

    static AnvilNode start(Path program, int port, Optional<Duration> blockTime) {
        Process process = launch(program, port, blockTime);
        Thread hook = new Thread(process::destroy, "stop-anvil");
        Runtime.getRuntime().addShutdownHook(hook);
        ProcessOutput output = ProcessOutput.follow(process);
        try {
            URI url = Deadline.await("anvil to answer", START_LIMIT, () -> answering(process, output));
            return new AnvilNode(program, process, hook, url);
        } catch (IllegalStateException | RpcFailure e) {
            process.destroy();
            Runtime.getRuntime().removeShutdownHook(hook);
            throw new IllegalStateException(e.getMessage() + " Its last words were:\n" + output.lastLines(), e);
        }
    }

    private static Process launch(Path program, int port, Optional<Duration> blockTime) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--host", "127.0.0.1"));
        command.addAll(List.of("--port", Integer.toString(port), "--chain-id", Long.toString(Ledger.CHAIN_ID)));
        // Short epochs put the safe and finalized blocks within reach of a test.
        command.addAll(List.of("--slots-in-an-epoch", "2"));
        blockTime.ifPresent(each -> command.addAll(List.of("--block-time", seconds(each))));
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(program + " cannot be run: " + e.getMessage(), e);
        }
    }

    private static Optional<URI> answering(Process process, ProcessOutput output) {
        if (!process.isAlive() && output.ended()) {
            throw new IllegalStateException("anvil stopped at once with exit code " + process.exitValue() + ".");
        }
        return output.after("Listening on ")
                .map(address -> URI.create("http://" + address))
                .filter(AnvilNode::answers);
    }

    private static boolean answers(URI url) {
        try {
            return new JsonRpc(url).quantity("eth_chainId").longValueExact() == Ledger.CHAIN_ID;
        } catch (RpcFailure e) {
            return false;
        }
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + "." + String.format("%03d", duration.toMillisPart());
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public Optional<URI> headsUrl() {
        return Optional.of(URI.create("ws://" + url.getAuthority()));
    }

    @Override
    public String describe() {
        return "Local Ethereum node " + version + " at " + url + " (" + program + ").";
    }

    @Override
    public void close() {
        Stopping.gently(process, STOP_LIMIT);
        unhook();
    }

    private void unhook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is going down already, and the hook with it.
        }
    }
}
