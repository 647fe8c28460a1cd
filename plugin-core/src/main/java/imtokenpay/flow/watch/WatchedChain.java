package imtokenpay.flow.watch;

import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.Pace;

/// A chain that is watched, and at what pace while somebody waits for it.
public record WatchedChain(ChainReader reader, Pace pace) {}
