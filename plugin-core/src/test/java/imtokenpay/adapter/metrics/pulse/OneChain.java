package imtokenpay.adapter.metrics.pulse;

import imtokenpay.chain.watch.Pace;
import imtokenpay.chain.watch.UnreadChain;
import imtokenpay.flow.watch.WatchedChain;
import imtokenpay.flow.watch.WatchedChains;
import imtokenpay.money.ChainId;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/// One chain whose node tells nothing but how high it is.
public final class OneChain implements WatchedChains, UnreadChain {
    public static final ChainId ID = new ChainId("eip155:1");

    public long head;
    public boolean isThere = true;

    @Override
    public List<WatchedChain> all() {
        return isThere ? List.of(new WatchedChain(this, new Pace.Fixed(Duration.ofSeconds(1)))) : List.of();
    }

    @Override
    public String node() {
        return "this one";
    }

    @Override
    public ChainId chain() {
        return ID;
    }

    @Override
    public OptionalLong head() {
        return OptionalLong.of(head);
    }
}
