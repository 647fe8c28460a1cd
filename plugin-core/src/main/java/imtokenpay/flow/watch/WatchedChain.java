package imtokenpay.flow.watch;

import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.Heads;
import imtokenpay.chain.watch.Pace;

/// A chain that is watched, at what pace while somebody waits for it, and who tells of its new blocks meanwhile.
public record WatchedChain(ChainReader reader, Pace pace, Heads heads) {
    /// One whose new blocks nobody tells.
    public WatchedChain(ChainReader reader, Pace pace) {
        this(reader, pace, new Heads.None());
    }
}
