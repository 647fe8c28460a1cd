package imtokenpay.adapter.evm.rpc;

import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/// Sends a question by HTTP and has the answer read. By the JDK's older client: it reads straight into our array, on
/// the
/// thread that waits for it. `java.net.http` takes five times the CPU time, and far behind the head that is most of
/// what we use (docs/bench.md). It keeps connections open and, as reading changes nothing, asks again by itself where
/// one broke.
final class Post {
    static final int OK = 200;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int PACKED_BUFFER = 32 * 1024;
    // Nobody: what the server that we run in knows of passwords is not for a node that asks for one.
    private static final Authenticator NOBODY = new Authenticator() {};

    private final URI address;
    private final Map<String, String> headers;
    private final int bytesMax;
    private final SSLSocketFactory tls;

    Post(URI address, Map<String, String> headers, int bytesMax) {
        this(address, headers, bytesMax, tls());
    }

    private Post(URI address, Map<String, String> headers, int bytesMax, SSLSocketFactory tls) {
        this.address = address;
        this.headers = Map.copyOf(headers);
        this.bytesMax = bytesMax;
        this.tls = tls;
    }

    private static SSLSocketFactory tls() {
        try {
            return new Tls13(SSLContext.getDefault());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The same for what stands below the address. Connections are kept by who makes them, so that is the same one.
    ///
    /// @param path begins with a slash
    Post below(String path) {
        return new Post(URI.create(address + path), headers, bytesMax, tls);
    }

    /// Makes something of a body while it comes.
    interface Reader<T> {
        T read(Body body) throws IOException;
    }

    /// An answer. Only one that says `OK` has a body for us.
    record Reply<T>(int status, Optional<String> retryAfter, Optional<T> body) {}

    /// Asks, and waits for as long as it takes; an interrupt ends it.
    ///
    /// @param question what is posted; empty to read what stands at the address
    /// @throws Body.TooLong if the answer is longer than allowed, packed or not
    /// @throws IOException if there is no whole answer
    <T> Reply<T> send(byte[] question, Reader<T> reader) throws IOException {
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
            return new Reply<>(status, retryAfter, Optional.empty());
        }
        return new Reply<>(OK, Optional.empty(), Optional.of(read(http, reader)));
    }

    private void prepare(HttpURLConnection http) throws IOException {
        if (http instanceof HttpsURLConnection https) {
            https.setSSLSocketFactory(tls);
        }
        http.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
        http.setInstanceFollowRedirects(false);
        http.setUseCaches(false);
        http.setAuthenticator(NOBODY);
        http.setRequestProperty("Accept", "application/json");
        http.setRequestProperty("Accept-Encoding", "gzip");
        headers.forEach(http::setRequestProperty);
    }

    private static void post(HttpURLConnection http, byte[] question) throws IOException {
        http.setRequestMethod("POST");
        http.setRequestProperty("Content-Type", "application/json");
        http.setDoOutput(true);
        try (var out = http.getOutputStream()) {
            out.write(question);
        }
    }

    private <T> T read(HttpURLConnection http, Reader<T> reader) throws IOException {
        try (var in = http.getInputStream()) {
            return reader.read(body(http, in));
        }
    }

    private Body body(HttpURLConnection http, InputStream in) throws IOException {
        return "gzip".equalsIgnoreCase(http.getContentEncoding())
                ? new Body(new GZIPInputStream(in, PACKED_BUFFER), -1, bytesMax)
                : new Body(in, http.getContentLengthLong(), bytesMax);
    }
}
