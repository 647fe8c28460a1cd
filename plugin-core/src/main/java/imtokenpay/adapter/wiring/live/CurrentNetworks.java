package imtokenpay.adapter.wiring.live;

import imtokenpay.chain.Explorers;
import imtokenpay.flow.watch.WatchedChain;
import imtokenpay.flow.watch.WatchedChains;
import imtokenpay.money.ChainId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// The networks in use.
@Singleton
public class CurrentNetworks implements WatchedChains, Explorers {
    private final LiveArrangement live;

    @Inject
    public CurrentNetworks(LiveArrangement live) {
        this.live = live;
    }

    @Override
    public List<WatchedChain> all() {
        return live.current().networks().all();
    }

    @Override
    public String node() {
        return live.current().networks().node();
    }

    @Override
    public Optional<String> transaction(ChainId chain, String txHash) {
        return live.current().networks().transaction(chain, txHash);
    }
}
