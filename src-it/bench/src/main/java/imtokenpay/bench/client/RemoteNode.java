package imtokenpay.bench.client;

import imtokenpay.bench.chain.Shape;
import imtokenpay.bench.node.Counts;
import imtokenpay.bench.node.NodeProcess;
import imtokenpay.bench.node.Terms;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A canned node in another process.
public final class RemoteNode implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Shape shape;
    private final Process process;
    private final URI url;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public RemoteNode(Shape shape) {
        this.shape = shape;
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:+UseParallelGC",
                            "-classpath",
                            System.getProperty("java.class.path"),
                            NodeProcess.class.getName(),
                            shape.name())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
            var address = said.readLine();
            if (address == null) {
                throw new IllegalStateException("the node did not start");
            }
            url = URI.create(address);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// What its chain is like.
    public Shape shape() {
        return shape;
    }

    /// Where it answers.
    public URI url() {
        return url;
    }

    /// Lets it answer on those terms from now on.
    public void terms(Terms terms) {
        tell("canned_terms", terms);
    }

    /// Lets its chain end at that height.
    public void head(long height) {
        tell("canned_head", height);
    }

    /// Replaces its newest blocks.
    public void reorg(long depth) {
        tell("canned_reorg", depth);
    }

    /// What it was asked since this was last called.
    public Counts counts() {
        return JSON.treeToValue(tell("canned_counts", ""), Counts.class);
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
    }

    private JsonNode tell(String method, Object param) {
        var body =
                JSON.writeValueAsBytes(Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", List.of(param)));
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(url)
                            .POST(BodyPublishers.ofByteArray(body))
                            .build(),
                    BodyHandlers.ofByteArray());
            return JSON.readTree(answer.body()).path("result");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }
}
