package imtokenpay.screen;

import com.sun.net.httpserver.HttpServer;
import imtokenpay.outside.Browser;
import imtokenpay.server.Boot;
import imtokenpay.server.Built;
import imtokenpay.server.Folder;
import imtokenpay.server.PayaraMicro;
import imtokenpay.server.Ports;
import imtokenpay.server.ServerLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A server with the plugin's WAR and hardly a setting, and a store that hears what it is told.
final class BarePlugin implements AutoCloseable {
    private static final int FIRST_PORT = 18_700;
    private static final Pattern TOKEN = Pattern.compile("one-time set-up token: ([0-9a-f]{32})");

    private final Path home = Folder.fresh(Built.here().root().resolve("src-it/journeys/target/set-up"));
    private final Map<String, String> settings;
    private final int port = Ports.freeFrom(FIRST_PORT);
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final HttpServer store = listen();
    private PayaraMicro server;

    private BarePlugin(Function<URI, Map<String, String>> settings) {
        this.settings = Map.copyOf(settings.apply(address()));
        this.server = run();
    }

    static BarePlugin start() {
        return start(Map.of());
    }

    /// With these in the server's configuration.
    static BarePlugin start(Map<String, String> settings) {
        return start(any -> settings);
    }

    /// With what is set for a plugin at that address.
    static BarePlugin start(Function<URI, Map<String, String>> settings) {
        return new BarePlugin(settings);
    }

    void restart() {
        server.close();
        server = run();
    }

    /// Where the plugin is.
    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/imtoken");
    }

    /// Where the store is.
    String store() {
        return "http://127.0.0.1:" + store.getAddress().getPort();
    }

    /// What the store was told.
    List<String> told() {
        return List.copyOf(told);
    }

    /// The one-time token of its log.
    String token() {
        return log().last(TOKEN).orElseThrow();
    }

    ServerLog log() {
        return server.log();
    }

    Path home() {
        return home;
    }

    @Override
    public void close() {
        server.close();
        store.stop(0);
    }

    private PayaraMicro run() {
        Built built = Built.here();
        PayaraMicro micro = PayaraMicro.start(
                new Boot(home, port, settings), built, List.of(built.pluginWar()), List.of("/imtoken"));
        micro.awaitReady(this::isThere, line -> {});
        return micro;
    }

    private boolean isThere() {
        try {
            return new Browser()
                            .see(URI.create(address() + "/admin/login.xhtml"))
                            .status()
                    == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private HttpServer listen() {
        try {
            HttpServer here = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            here.createContext("/imtoken/webhook", call -> {
                told.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                call.sendResponseHeaders(204, -1);
                call.close();
            });
            here.start();
            return here;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
