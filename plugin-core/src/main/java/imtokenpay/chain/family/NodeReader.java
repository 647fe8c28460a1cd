package imtokenpay.chain.family;

import imtokenpay.chain.watch.ChainReader;

/// Reads a chain through one node, and lets go of that node in the end.
public interface NodeReader extends ChainReader, AutoCloseable {
    /// Ends what is running.
    @Override
    void close();
}
