package imtokenpay.adapter.evm.rpc;

import java.io.EOFException;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/// Sends a question by HTTP and reads the answer. By the JDK's older client: it reads straight into our array, on the
/// thread that waits for it. `java.net.http` takes five times the CPU time, and far behind the head that is most of
/// what we use (docs/bench.md). It keeps connections open and, as reading changes nothing, asks again by itself where
/// one broke.
final class Post {
    static final int OK = 200;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int PACKED_BUFFER = 32 * 1024;
    private static final int UNPACKED_GROWTH = 8;
    private static final byte[] NONE = {};
    private static final int KEPT_MAX = 4;
    // Nobody: what the server that we run in knows of passwords is not for a node that asks for one.
    private static final Authenticator NOBODY = new Authenticator() {};

    private final URI address;
    private final Map<String, String> headers;
    private final int bytesMax;
    private final SSLSocketFactory tls;
    // Answers of megabytes come one after another far behind the head; a new array for each keeps the collector busy.
    // Held weakly, so that none outlives the next collection without use.
    private final Queue<WeakReference<byte[]>> used = new ArrayBlockingQueue<>(KEPT_MAX);

    Post(URI address, Map<String, String> headers, int bytesMax) {
        this.address = address;
        this.headers = Map.copyOf(headers);
        this.bytesMax = bytesMax;
        try {
            this.tls = new Tls13(SSLContext.getDefault());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// An answer. Only one that says `OK` has a body for us.
    record Reply(int status, Optional<String> retryAfter, Bytes body) {}

    /// Asks, and waits for as long as it takes; an interrupt ends it.
    ///
    /// @param question what is posted; empty to read what stands at the address
    /// @throws Bytes.TooLong if the answer is longer than allowed, packed or not
    /// @throws IOException if there is no whole answer
    Reply send(byte[] question) throws IOException {
        if (!(address.toURL().openConnection() instanceof HttpURLConnection http)) {
            throw new IOException("no address of HTTP");
        }
        prepare(http);
        if (question.length > 0) {
            post(http, question);
        }
        var status = http.getResponseCode();
        if (status != OK) {
            var retryAfter = Optional.ofNullable(http.getHeaderField("Retry-After"));
            http.disconnect();
            return new Reply(status, retryAfter, new Bytes(NONE, 0));
        }
        return new Reply(OK, Optional.empty(), body(http));
    }

    /// Takes back what nobody looks at any more, for a later answer.
    void reuse(Bytes body) {
        if (body.isUsual()) {
            used.offer(new WeakReference<>(body.array()));
        }
    }

    private byte[] usedArray() {
        return Optional.ofNullable(used.poll()).map(WeakReference::get).orElse(NONE);
    }

    private void prepare(HttpURLConnection http) throws IOException {
        if (http instanceof HttpsURLConnection https) {
            https.setSSLSocketFactory(tls);
        }
        http.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
        http.setInstanceFollowRedirects(false);
        http.setUseCaches(false);
        http.setAuthenticator(NOBODY);
        headers.forEach(http::setRequestProperty);
        http.setRequestProperty("Accept", "application/json");
        http.setRequestProperty("Accept-Encoding", "gzip");
    }

    private static void post(HttpURLConnection http, byte[] question) throws IOException {
        http.setRequestMethod("POST");
        http.setRequestProperty("Content-Type", "application/json");
        http.setDoOutput(true);
        try (var out = http.getOutputStream()) {
            out.write(question);
        }
    }

    private Bytes body(HttpURLConnection http) throws IOException {
        var announced = http.getContentLengthLong();
        try (var in = http.getInputStream()) {
            if ("gzip".equalsIgnoreCase(http.getContentEncoding())) {
                var unpacked = new GZIPInputStream(in, PACKED_BUFFER);
                return Bytes.readAll(unpacked, UNPACKED_GROWTH * announced, usedArray(), bytesMax);
            }
            var body = Bytes.readAll(in, announced, usedArray(), bytesMax);
            // Newer JDKs notice that by themselves.
            if (announced >= 0 && body.length() != announced) {
                throw new EOFException("the answer ends too soon");
            }
            return body;
        }
    }
}
