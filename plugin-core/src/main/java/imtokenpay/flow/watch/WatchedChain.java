package imtokenpay.flow.watch;

import imtokenpay.chain.watch.ChainReader;
import java.time.Duration;

/// A chain that is watched, and how long to rest between two looks.
public record WatchedChain(ChainReader reader, Duration pause) {}
