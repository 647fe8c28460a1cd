package imtokenpay.flow.monitor;

import imtokenpay.money.ChainId;
import java.time.Duration;
import java.util.List;

/// Knows how far behind each chain this node is.
public interface ChainLags {
    /// Of each chain that this node watches; nothing until the plugin has started.
    List<Lag> lags();

    /// How far behind.
    ///
    /// @param blocks how many its node has shown that were not read; 0 while nothing has to be read
    /// @param behind how old the newest block is that was read; zero while nothing has to be read
    /// @param sinceCaughtUp how long ago all that its node had was read, or nothing had to be read
    /// @param isStalled whether it is not read as it should be
    record Lag(ChainId chain, long blocks, Duration behind, Duration sinceCaughtUp, boolean isStalled) {}
}
