package imtokenpay.adapter.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Opens connections to stores, each to an address that was checked, and keeps those that can be used again.
final class Connections implements AutoCloseable {
    private static final long IDLE_NANOS_MAX = TimeUnit.SECONDS.toNanos(10);
    private static final int KEPT_MAX = 50;
    private static final int ADDRESSES_MAX = 3;

    private final AddressGuard guard;
    private final SSLSocketFactory tls;
    private final Watchdog watchdog;
    private final Map<Origin, Deque<Connection>> kept = new ConcurrentHashMap<>();
    private volatile boolean closed;

    Connections(AddressGuard guard, SSLSocketFactory tls, Watchdog watchdog) {
        this.guard = guard;
        this.tls = tls;
        this.watchdog = watchdog;
        watchdog.every(Duration.ofNanos(IDLE_NANOS_MAX), this::closeIdle);
    }

    /// One that is open already.
    Optional<Connection> kept(Origin origin) {
        var open = kept.getOrDefault(origin, new ConcurrentLinkedDeque<>());
        for (var next = open.pollFirst(); next != null; next = open.pollFirst()) {
            if (!next.isStale(IDLE_NANOS_MAX)) {
                return Optional.of(next);
            }
            Watchdog.shut(next);
        }
        return Optional.empty();
    }

    /// Keeps it for another call.
    void keep(Origin origin, Connection connection) {
        var open = kept.computeIfAbsent(origin, any -> new ConcurrentLinkedDeque<>());
        if (closed || open.size() >= KEPT_MAX) {
            Watchdog.shut(connection);
        } else {
            open.addFirst(connection);
        }
    }

    /// Opens a new one.
    Connection open(Origin origin, long nanosMax) throws IOException {
        var end = System.nanoTime() + nanosMax;
        var addresses = guard.addresses(origin.host(), nanosMax);
        var tried = Math.min(addresses.size(), ADDRESSES_MAX);
        var failed = new IOException("no address of " + origin.host() + " could be reached");
        for (var i = 0; i < tried; i++) {
            try {
                return open(origin, addresses.get(i), (end - System.nanoTime()) / (tried - i));
            } catch (IOException next) {
                failed = next;
            }
        }
        throw failed;
    }

    @Override
    public void close() {
        closed = true;
        kept.values().forEach(open -> open.forEach(Watchdog::shut));
    }

    private Connection open(Origin origin, InetAddress address, long nanosMax) throws IOException {
        // Without a proxy, whatever the JVM's settings say: a proxy would look the name up again.
        var plain = new Socket(Proxy.NO_PROXY);
        try (var watch = watchdog.over(plain, Math.max(1, nanosMax))) {
            try {
                plain.setTcpNoDelay(true);
                plain.connect(new InetSocketAddress(address, origin.port()));
                return new Connection(plain, origin.secure() ? secured(plain, origin) : plain);
            } catch (IOException broken) {
                Watchdog.shut(plain);
                var why = watch.isOver() ? "not in time" : String.valueOf(broken.getMessage());
                throw new IOException("no connection to " + address.getHostAddress() + ": " + why, broken);
            }
        }
    }

    private SSLSocket secured(Socket plain, Origin origin) throws IOException {
        var socket = (SSLSocket) tls.createSocket(plain, origin.name(), origin.port(), true);
        var parameters = socket.getSSLParameters();
        // The certificate must be the name's, whatever address it is called by.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    // Taken out before it is closed: one that somebody else takes at this moment is not ours to close.
    private void closeIdle() {
        for (var open : kept.values()) {
            for (var connection : open) {
                if (connection.isStale(IDLE_NANOS_MAX) && open.remove(connection)) {
                    Watchdog.shut(connection);
                }
            }
        }
    }
}
