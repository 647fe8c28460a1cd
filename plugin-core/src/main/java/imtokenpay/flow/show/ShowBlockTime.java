package imtokenpay.flow.show;

import imtokenpay.chain.watch.ChainCursors;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.flow.UseCase;
import imtokenpay.money.ChainId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/// Tells how long a block takes, for people who wait for some.
@UseCase
public class ShowBlockTime {
    private final ChainCursors cursors;

    @Inject
    public ShowBlockTime(ChainCursors cursors) {
        this.cursors = cursors;
    }

    /// How long a block of that chain took lately; empty if that is not known.
    public Optional<Duration> of(ChainId chain) {
        return cursors.tail(chain).flatMap(ChainTail::blockTime);
    }
}
