package imtokenpay.devnet.chain;

import java.net.URI;
import java.util.Optional;

/// A running chain that stops when it is closed.
interface Node extends AutoCloseable {
    URI url();

    /// Where it tells of new blocks over a WebSocket.
    default Optional<URI> headsUrl() {
        return Optional.empty();
    }

    /// One plain sentence about what is running.
    String describe();

    @Override
    void close();
}
