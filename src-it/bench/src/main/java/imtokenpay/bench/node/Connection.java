package imtokenpay.bench.node;

import imtokenpay.bench.chain.Ink;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/// One kept-alive HTTP/1.1 connection: no more of HTTP than clients that send a length need.
final class Connection {
    private static final int BUFFER = 1 << 16;

    private final Socket socket;
    private final Rpc rpc;
    private final Tally tally;
    private final Ink ink = new Ink();

    Connection(Socket socket, Rpc rpc, Tally tally) {
        this.socket = socket;
        this.rpc = rpc;
        this.tally = tally;
    }

    /// Answers until the client goes away.
    void serve() {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream(), BUFFER);
            var out = socket.getOutputStream();
            for (var length = head(in); length >= 0; length = head(in)) {
                answer(in.readNBytes(length), out);
            }
        } catch (IOException gone) {
            // A client that hangs up in the middle of an answer is its own affair; the others go on.
            Thread.currentThread().interrupt();
        }
    }

    private void answer(byte[] body, OutputStream out) throws IOException {
        var request = rpc.read(body);
        var isCounted = !Rpc.isControl(request);
        var terms = rpc.terms();
        if (isCounted) {
            var number = tally.request(body.length);
            delay(terms);
            if (terms.failEvery() > 0 && number % terms.failEvery() == 0) {
                out.write(bytes("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"));
                return;
            }
        }
        ink.cut(0);
        rpc.answer(request, ink);
        if (isCounted) {
            tally.answer(ink.length());
        }
        out.write(bytes(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + ink.length() + "\r\n\r\n"));
        ink.sendTo(out);
    }

    // The way there and back again, which this machine does not have.
    private static void delay(Terms terms) {
        var until = System.nanoTime() + Duration.ofMillis(terms.latencyMillis()).toNanos();
        for (var left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    // Reads a request's head; how long its body is, or -1 when there is no further request.
    private static int head(InputStream in) throws IOException {
        var length = 0;
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.equals("\n")) {
                return -1;
            }
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return length;
    }

    // A line without its end; a lone line feed, which no line holds, at the end of everything.
    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return "\n";
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
