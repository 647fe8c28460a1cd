package imtokenpay.adapter.http;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/// One open connection to a store, used for one call after the other.
final class Connection implements Closeable {
    // An answer needs no body. A short one is read, so that the connection can be used again; a long one is not.
    private static final int BODY_MAX = 16 * 1024;
    private static final int BUFFER = 4 * 1024;
    private static final int HEX = 16;

    /// Nobody was there any more: the other side has said nothing at all to what was sent.
    static final class Unheard extends IOException {
        private static final long serialVersionUID = 1L;

        Unheard(String why) {
            super(why);
        }
    }

    private final Socket plain;
    private final Socket socket;
    private final InputStream in;
    private volatile long usedAt = System.nanoTime();

    /// @param plain what carries it
    /// @param socket what is spoken through: the same, or TLS above it
    Connection(Socket plain, Socket socket) throws IOException {
        this.plain = plain;
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    /// Sends a call, and reads the head of its answer.
    ///
    /// @throws Unheard if not one byte of an answer came
    Answer ask(byte[] call) throws IOException {
        try {
            socket.getOutputStream().write(call);
            in.mark(1);
            if (in.read() < 0) {
                throw new Unheard("the store has closed the connection without an answer");
            }
        } catch (Unheard unheard) {
            throw unheard;
        } catch (IOException broken) {
            throw new Unheard("the connection broke before an answer: " + broken.getMessage());
        }
        in.reset();
        return Answer.read(in);
    }

    /// Reads past the body of an answer.
    ///
    /// @return whether the connection can be used for another call
    boolean passes(Answer answer) throws IOException {
        var isPassed = answer.keepsOpen() && (answer.isChunked() ? passesChunks() : passesBytes(answer));
        usedAt = System.nanoTime();
        return isPassed;
    }

    /// Whether it has lain idle for that long, or the other side has spoken without being asked.
    boolean isStale(long nanos) {
        try {
            return System.nanoTime() - usedAt > nanos || in.available() > 0;
        } catch (IOException closed) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        // The one below: TLS would first say goodbye, and wait for a peer that may be the trouble.
        plain.close();
    }

    private boolean passesBytes(Answer answer) throws IOException {
        var length = answer.length().filter(bytes -> bytes <= BODY_MAX);
        if (length.isPresent()) {
            in.skipNBytes(length.get());
        }
        return length.isPresent();
    }

    private boolean passesChunks() throws IOException {
        var lines = new Lines(in, BODY_MAX);
        for (var size = chunkSize(lines); size > 0; size = chunkSize(lines)) {
            lines.skip(size);
            lines.next();
        }
        while (!lines.next().isEmpty()) {
            // Fields may follow the last chunk.
        }
        return true;
    }

    private static int chunkSize(Lines lines) throws IOException {
        var size = lines.next().split(";", 2)[0].strip();
        if (!size.matches("[0-9a-fA-F]{1,7}")) {
            throw new IOException("the answer's body is not in chunks as it says");
        }
        return Integer.parseInt(size, HEX);
    }
}
