package imtokenpay.adapter.evm.heads;

import imtokenpay.chain.watch.Heads;
import imtokenpay.money.ChainId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/// The new blocks of an EVM chain, as one endpoint tells them over a WebSocket.
public final class EvmHeads implements Heads {
    private static final Logger LOG = System.getLogger(EvmHeads.class.getName());
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final ChainId chain;
    private final URI address;
    private final Patience patience;
    private final BackOff backOff;
    private final HttpClient http;
    private final AtomicBoolean isOut = new AtomicBoolean();
    private volatile Runnable wake = () -> {};
    private volatile @Nullable HeadKeeper keeper;
    private boolean isClosed;

    /// @param address may hold a key, so only its host and port are ever printed
    public EvmHeads(ChainId chain, URI address, Patience patience, RandomGenerator random) {
        this.chain = chain;
        this.address = address;
        this.patience = patience;
        this.backOff = new BackOff(patience, random);
        this.http = HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslParameters(tls13())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public void listen(Runnable woken) {
        wake = woken;
    }

    @Override
    public synchronized void open() {
        if (keeper == null && !isClosed) {
            var opened = new HeadKeeper(this::dial, patience, backOff, new Report());
            keeper = opened;
            Thread.ofVirtual().name("heads-" + chain.text()).start(opened);
        }
    }

    @Override
    public synchronized void pause() {
        var open = keeper;
        if (open != null) {
            keeper = null;
            open.stop();
        }
    }

    @Override
    public OptionalLong told() {
        var open = keeper;
        return open == null ? OptionalLong.empty() : open.told();
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        pause();
        http.shutdownNow();
    }

    private void dial(HeadSocket socket) {
        try {
            var unused = http.newWebSocketBuilder()
                    .connectTimeout(CONNECT_TIMEOUT)
                    .buildAsync(address, socket)
                    .whenComplete(socket::connected);
        } catch (IllegalArgumentException notUsable) {
            socket.connected(null, notUsable);
        }
    }

    private final class Report implements HeadKeeper.Report {
        @Override
        public void head() {
            if (isOut.compareAndSet(true, false)) {
                LOG.log(Level.INFO, "{0}: {1} tells of new blocks again", chain, host());
            }
            wake();
        }

        @Override
        public void lost(String reason, boolean hadTold) {
            if (isOut.compareAndSet(false, true)) {
                LOG.log(
                        Level.WARNING,
                        "{0}: {1} does not tell of new blocks: {2}. The chain is looked at as often as without it.",
                        chain,
                        host(),
                        reason);
            }
            // The rest under way is as long as it is because the next block would be told.
            if (hadTold) {
                wake();
            }
        }

        private void wake() {
            try {
                wake.run();
            } catch (RuntimeException stopping) {
                LOG.log(Level.DEBUG, chain + ": could not be woken, so its next look comes when it is due", stopping);
            }
        }
    }

    private String host() {
        return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    private static SSLParameters tls13() {
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        return parameters;
    }
}
