package imtokenpay.devnet.chain;

import java.net.URI;

/// A running chain that stops when it is closed.
interface Node extends AutoCloseable {
    URI url();

    /// One plain sentence about what is running.
    String describe();

    @Override
    void close();
}
