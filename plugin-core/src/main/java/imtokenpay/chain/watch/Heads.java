package imtokenpay.chain.watch;

import java.util.OptionalLong;

/// Tells that a chain has grown, so that a look at it is worth it at once. It tells no more than that: whatever
/// is recorded comes from a [ChainReader], so that a liar here can cost a look, and silence the usual rest.
public interface Heads extends AutoCloseable {
    /// Names what to call for each new block, and when no more will be told. It is called from any thread, and must
    /// return at once.
    void listen(Runnable wake);

    /// Somebody waits for the chain: new blocks are to be told from now on. Returns at once; does nothing if that is so
    /// already.
    void open();

    /// Nobody waits any more: no connection is kept. Returns at once.
    void pause();

    /// The height that was told last; empty while none was, or the next block would not be told.
    OptionalLong told();

    @Override
    void close();

    /// Where nobody tells.
    record None() implements Heads {
        @Override
        public void listen(Runnable wake) {
            // There is nothing to wake for.
        }

        @Override
        public void open() {
            // There is nothing to open.
        }

        @Override
        public void pause() {
            // There is nothing to pause.
        }

        @Override
        public OptionalLong told() {
            return OptionalLong.empty();
        }

        @Override
        public void close() {
            // There is nothing to close.
        }
    }
}
