package imtokenpay.bench.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The least that any client must do: send the questions, read the answers, understand nothing.
public final class Floor implements AutoCloseable {
    private static final int BUFFER = 1 << 18;

    private final Socket socket;
    private final byte[] buffer = new byte[BUFFER];

    public Floor(URI node) {
        try {
            socket = new Socket(node.getHost(), node.getPort());
            socket.setTcpNoDelay(true);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    /// Asks; how many bytes the answer had.
    public long ask(String body) {
        try {
            send(body, socket.getOutputStream());
            return receive(socket.getInputStream());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }

    private static void send(String body, OutputStream out) throws IOException {
        out.write(("POST / HTTP/1.1\r\nHost: node\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII));
    }

    private long receive(InputStream in) throws IOException {
        var held = 0;
        var end = -1;
        while (end < 0) {
            held += read(in, held);
            end = new String(buffer, 0, Math.min(held, 512), StandardCharsets.US_ASCII).indexOf("\r\n\r\n");
        }
        var head = new String(buffer, 0, end, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
        var name = "content-length:";
        var length = Long.parseLong(
                head.substring(head.indexOf(name) + name.length()).strip());
        for (var left = length - (held - end - 4); left > 0; ) {
            left -= read(in, 0);
        }
        return length;
    }

    private int read(InputStream in, int at) throws IOException {
        var count = in.read(buffer, at, buffer.length - at);
        if (count < 0) {
            throw new IOException("the node hung up");
        }
        return count;
    }
}
