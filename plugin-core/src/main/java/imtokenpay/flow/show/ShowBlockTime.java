package imtokenpay.flow.show;

import imtokenpay.chain.ChainView;
import imtokenpay.chain.watch.ChainCursors;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.flow.UseCase;
import imtokenpay.money.ChainId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Tells how long a block takes, and whether one is overdue, for people who wait for some.
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

    /// Whether that chain should have been read further by now: its network stands still, or we do not reach it. While
    /// nobody can pay it is hardly read, so only what a payment has waited counts.
    ///
    /// @param since when the payment was opened
    public boolean isOverdue(ChainView view, Instant since, Instant now) {
        var newest = view.asOf().isAfter(since) ? view.asOf() : since;
        return Duration.between(newest, now).compareTo(ChainTail.OVERDUE_MIN) > 0
                && cursors.tail(view.chain())
                        .filter(tail -> !tail.isOverdue(since, now))
                        .isEmpty();
    }
}
