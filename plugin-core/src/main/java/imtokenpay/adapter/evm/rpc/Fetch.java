package imtokenpay.adapter.evm.rpc;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/// Reads what stands at one address of the web, under the same limits as the nodes: a deadline for the whole answer, a
/// bound for its length, no redirects, TLS 1.3.
public final class Fetch implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    // Nothing to say makes it a GET.
    private static final byte[] NOTHING = {};

    /// What came.
    ///
    /// @param body empty unless the status is 200
    public record Fetched(int status, byte[] body) {}

    /// The answer is longer than allowed.
    public static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }

    private final TimedPost timed;

    /// @param headers what every request carries beside
    /// @param bytesMax how long an answer may be, packed or not
    public Fetch(URI address, Map<String, String> headers, int bytesMax) {
        this(address, headers, bytesMax, DEADLINE);
    }

    Fetch(URI address, Map<String, String> headers, int bytesMax, Duration deadline) {
        this.timed = new TimedPost(new Post(address, headers, bytesMax), deadline);
    }

    /// Reads it.
    ///
    /// @throws TooLong if it is longer than allowed
    /// @throws IOException if there is no whole answer in time; in words that never repeat the address
    public Fetched read() throws IOException {
        try {
            var reply = timed.send(NOTHING, Body::all);
            return new Fetched(reply.status(), reply.body().orElse(NOTHING));
        } catch (TimeoutException late) {
            throw new IOException("no whole answer within " + timed.deadline().toMillis() + " ms", late);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Body.TooLong tooLong
                    ? new TooLong(tooLong)
                    : new IOException(failed.getCause().getClass().getSimpleName(), failed);
        } catch (CancellationException closed) {
            throw new IOException("reading was stopped", closed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("reading was stopped", stopped);
        }
    }

    @Override
    public void close() {
        timed.close();
    }
}
