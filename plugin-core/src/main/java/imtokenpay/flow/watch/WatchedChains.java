package imtokenpay.flow.watch;

import imtokenpay.money.ChainId;
import java.util.List;

/// The chains that this node watches.
public interface WatchedChains {
    /// All of them.
    List<WatchedChain> all();

    /// This node's name among the nodes of a cluster; a new one at every start.
    String node();

    /// The one of that id.
    default WatchedChain of(ChainId chain) {
        return all().stream()
                .filter(watched -> watched.reader().chain().equals(chain))
                .findFirst()
                .orElseThrow();
    }
}
