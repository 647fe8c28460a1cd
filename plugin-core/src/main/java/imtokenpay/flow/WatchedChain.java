package imtokenpay.flow;

import imtokenpay.chain.ChainReader;
import java.time.Duration;

/// A chain that is watched, and how long to rest between two looks.
public record WatchedChain(ChainReader reader, Duration pause) {}
