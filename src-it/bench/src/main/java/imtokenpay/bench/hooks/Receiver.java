package imtokenpay.bench.hooks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// All stores at once: each answers 204 as soon as a call is read, but the dead one, which never answers.
final class Receiver implements AutoCloseable {
    static final String DEAD = "dead";

    private static final byte[] ANSWER = "HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;
    private final Map<String, Long> arrivals = new ConcurrentHashMap<>();

    Receiver() {
        try {
            server = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Thread.ofVirtual().start(this::accept);
    }

    URI address(String store) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/" + store);
    }

    /// When each event came first, by `System.nanoTime`.
    Map<String, Long> arrivals() {
        return arrivals;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException closedAlready) {
            // That is what is wanted.
        }
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                socket.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The row is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            for (var line = line(in); !line.isEmpty(); line = line(in)) {
                var isDead = line.startsWith("POST /" + DEAD + " ");
                var id = "";
                var length = 0;
                for (var field = line(in); !field.isEmpty(); field = line(in)) {
                    id = field.startsWith("webhook-id: ") ? field.substring(12) : id;
                    length = field.startsWith("Content-Length: ") ? Integer.parseInt(field.substring(16)) : length;
                }
                in.skipNBytes(length);
                if (!isDead) {
                    arrivals.putIfAbsent(id, System.nanoTime());
                    socket.getOutputStream().write(ANSWER);
                }
            }
        } catch (IOException hungUp) {
            // The other side has gone.
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n' && next >= 0; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
