package imtokenpay.devnet.bitcoin;

import imtokenpay.devnet.chain.Stopping;
import imtokenpay.devnet.rpc.Deadline;
import imtokenpay.devnet.rpc.JsonRpc;
import imtokenpay.devnet.rpc.RpcFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A running node on regtest, where blocks come when one asks for them. It keeps the shopper's wallet and the
/// merchant's, and the shopper has coins.
public final class BitcoinNode implements AutoCloseable {
    /// The CAIP-2 name of every regtest.
    public static final String CHAIN = "bip122:0f9188f13cb7b2c71f2a335e3a4fc328";

    /// The CAIP-19 name of its coin.
    public static final String COIN = CHAIN + "/slip44:0";

    // A coinbase can be spent after 100 blocks (BIP-34's consensus rule COINBASE_MATURITY).
    private static final int FIRST_BLOCKS = 120;
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    // Nobody else is let in, and nobody is looked for.
    private static final String CONF = """
            regtest=1
            server=1
            listen=0
            dnsseed=0
            printtoconsole=0
            [regtest]
            connect=0
            fallbackfee=0.0001
            rpcport=%d
            rpcuser=%s
            rpcpassword=%s
            """;
    private static final String USER = "demo";

    private final Process process;
    private final JsonRpc rpc;
    private final String password;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "bitcoin-blocks");
        thread.setDaemon(true);
        return thread;
    });

    private BitcoinNode(Process process, JsonRpc rpc, String password) {
        this.process = process;
        this.rpc = rpc;
        this.password = password;
    }

    /// Starts the node with a net of its own.
    ///
    /// @param folder what it writes; empty before
    /// @param blockTime how often a block comes; without it, only when somebody mines
    public static BitcoinNode start(Path program, Path folder, Optional<Duration> blockTime) {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        int port = freePort();
        Process process = launch(program, folder, port, password);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-bitcoin"));
        JsonRpc rpc = new JsonRpc(URI.create("http://127.0.0.1:" + port + "/")).as(USER, password);
        BitcoinNode node = new BitcoinNode(process, rpc, password);
        try {
            Deadline.until("the Bitcoin node to answer", START_LIMIT, node::answers);
            node.fund();
        } catch (IllegalStateException | RpcFailure e) {
            node.close();
            throw e;
        }
        blockTime.ifPresent(each -> node.clock.scheduleAtFixedRate(
                () -> node.mine(1), each.toMillis(), each.toMillis(), TimeUnit.MILLISECONDS));
        return node;
    }

    private static Process launch(Path program, Path folder, int port, String password) {
        try {
            Files.createDirectories(folder);
            // In a file also since the list of processes shows every command, and so its password.
            Files.writeString(folder.resolve("bitcoin.conf"), CONF.formatted(port, USER, password));
            return new ProcessBuilder(program.toString(), "-datadir=" + folder)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(program + " cannot be run: " + e.getMessage(), e);
        }
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free: " + e.getMessage(), e);
        }
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the Bitcoin node stopped at once with code " + process.exitValue());
        }
        try {
            rpc.call("getblockcount");
            return true;
        } catch (RpcFailure notYet) {
            return false;
        }
    }

    private void fund() {
        rpc.call("createwallet", "shopper");
        rpc.call("createwallet", "merchant");
        mine(FIRST_BLOCKS);
    }

    /// Where the node listens.
    public URI url() {
        return rpc.url();
    }

    /// What the plugin is told to log in with.
    public String login() {
        return USER + ":" + password;
    }

    /// Addresses that only the merchant can spend from.
    public List<String> merchantAddresses(int count) {
        return Stream.generate(() -> rpc.at("/wallet/merchant").text("getnewaddress"))
                .limit(count)
                .toList();
    }

    /// The shopper sends so many bitcoin; the transaction waits for a block.
    ///
    /// @return its hash
    public String send(String address, BigDecimal coins) {
        return rpc.at("/wallet/shopper").text("sendtoaddress", address, coins);
    }

    /// The next blocks take all that waits.
    public void mine(int blocks) {
        JsonRpc shopper = rpc.at("/wallet/shopper");
        shopper.call("generatetoaddress", blocks, shopper.text("getnewaddress"));
    }

    public String describe() {
        return "Local Bitcoin node (regtest) at " + url() + ".";
    }

    @Override
    public void close() {
        clock.shutdownNow();
        Stopping.gently(process, STOP_LIMIT);
    }
}
