package imtokenpay.adapter.bitcoin.regtest;

import imtokenpay.adapter.bitcoin.BitcoinFamily;
import imtokenpay.adapter.bitcoin.address.BitcoinNet;
import imtokenpay.chain.family.NodeAccess;
import imtokenpay.chain.family.NodeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real Bitcoin node on a net of its own, whose blocks come when the test says so. Where it cannot be had
/// the tests are skipped, and say so.
final class RegtestNode implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path HOME =
            Path.of("../.demo/bitcoin-node").toAbsolutePath().normalize();
    private static final String LOGIN = "shop:s3cret";
    private static final int START_TRIES = 600;
    private static final int TRY_MS = 100;

    private final Process process;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();

    private RegtestNode(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /// @param folder what the node writes
    /// @param options more than the usual
    static RegtestNode start(Path folder, String... options) throws IOException, InterruptedException {
        unpack();
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        // The password stands in a file: the list of processes shows every command.
        var login = LOGIN.split(":");
        Files.writeString(folder.resolve("bitcoin.conf"), "rpcuser=" + login[0] + "\nrpcpassword=" + login[1] + "\n");
        var command = List.of(
                HOME.resolve("node").toString(),
                "-regtest",
                "-server",
                "-datadir=" + folder,
                "-rpcport=" + port,
                "-listen=0",
                "-connect=0",
                "-dnsseed=0",
                "-fallbackfee=0.0001",
                "-printtoconsole=0");
        var all = new ArrayList<>(command);
        all.addAll(List.of(options));
        var process = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        var node = new RegtestNode(process, URI.create("http://127.0.0.1:" + port + "/"));
        node.awaitStart();
        return node;
    }

    private static void unpack() throws IOException, InterruptedException {
        var unpacking = new ProcessBuilder("bash", "src/test/sh/bitcoin-node.sh", HOME.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(unpacking.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (unpacking.waitFor() != 0) {
            System.err.println("NOT TESTED ON A REAL BITCOIN NODE: " + said);
            Assumptions.abort("no Bitcoin node: " + said);
        }
    }

    /// Blocks made in a hurry are dated ahead, each a second after the last; tomorrow all of them are past.
    Instant now() {
        return Instant.now().plus(Duration.ofDays(1));
    }

    URI address() {
        return address;
    }

    NodeReader reader(String login, InstantSource clock) {
        return reader(new NodeAccess(BitcoinNet.REGTEST.chain(), address, Optional.of(login)), clock);
    }

    /// The same through whoever answers at that address.
    NodeReader reader(URI through, InstantSource clock) {
        return reader(new NodeAccess(BitcoinNet.REGTEST.chain(), through, Optional.of(LOGIN)), clock);
    }

    private static NodeReader reader(NodeAccess access, InstantSource clock) {
        return new BitcoinFamily().reader(access, clock);
    }

    NodeReader reader(InstantSource clock) {
        return reader(LOGIN, clock);
    }

    NodeReader reader() {
        return reader(this::now);
    }

    /// Calls the node as itself would be called by a person.
    JsonNode call(String method, Object... params) {
        try {
            var question = JSON.writeValueAsString(Map.of("id", 0, "method", method, "params", Arrays.asList(params)));
            var request = HttpRequest.newBuilder(address)
                    .header(
                            "Authorization",
                            "Basic " + Base64.getEncoder().encodeToString(LOGIN.getBytes(StandardCharsets.UTF_8)))
                    .POST(HttpRequest.BodyPublishers.ofString(question))
                    .build();
            var answer = JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
            if (!answer.path("error").isNull() && !answer.path("error").isMissingNode()) {
                throw new IllegalStateException(method + ": " + answer.path("error"));
            }
            return answer.path("result");
        } catch (ConnectException notYet) {
            throw new IllegalStateException("nobody listens", notYet);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    String text(String method, Object... params) {
        return call(method, params).asString("");
    }

    /// Makes blocks.
    ///
    /// @return the hash of the last
    String mines(int blocks) {
        var hashes = call("generatetoaddress", blocks, text("getnewaddress"));
        return hashes.get(hashes.size() - 1).asString("");
    }

    /// Lets another branch take the place of a block and all above it, longer by one and without any payment.
    void leavesBehind(String block) {
        var height = call("getblockcount").asInt(0);
        call("invalidateblock", block);
        while (call("getblockcount").asInt(0) <= height) {
            call("generateblock", text("getnewaddress"), List.of());
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        http.close();
    }

    private void awaitStart() throws InterruptedException {
        for (var tries = 0; tries < START_TRIES; tries++) {
            try {
                call("getblockcount");
                return;
            } catch (RuntimeException notYet) {
                if (process.waitFor(TRY_MS, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("the node ended with " + process.exitValue(), notYet);
                }
            }
        }
        throw new IllegalStateException("the node does not answer");
    }
}
