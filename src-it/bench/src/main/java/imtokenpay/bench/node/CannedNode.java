package imtokenpay.bench.node;

import imtokenpay.bench.chain.CannedChain;
import imtokenpay.bench.chain.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A JSON-RPC node for one shape of chain, on a free port of 127.0.0.1.
public final class CannedNode implements AutoCloseable {
    private static final int BACKLOG = 128;

    private final ServerSocket door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Tally tally = new Tally();
    private final Rpc rpc;

    public CannedNode(Shape shape) {
        rpc = new Rpc(new CannedChain(shape), tally);
        try {
            door = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException closed) {
            throw new UncheckedIOException("no port can be opened", closed);
        }
        threads.execute(this::welcome);
    }

    /// Where it answers.
    public URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
        threads.shutdownNow();
    }

    private void welcome() {
        try {
            while (true) {
                var connection = new Connection(door.accept(), rpc, tally);
                threads.execute(connection::serve);
            }
        } catch (SocketException closed) {
            threads.shutdown();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
