package imtokenpay.payment;

import imtokenpay.chain.Finality;
import imtokenpay.chain.Transfer;
import imtokenpay.money.Amount;
import imtokenpay.money.ChainId;
import java.time.Duration;
import java.time.Instant;

/// What was agreed: how much, until when, and when it counts as final.
///
/// @param due what must come, above zero
/// @param openedAt nothing made before this moment can be for this payment
/// @param deadline the last moment at which a transfer is in time
public record Terms(Amount due, Instant openedAt, Instant deadline, Finality finality, Decision decision) {
    /// A block's time is written by its maker, to the second; honest makers are within seconds, servers
    /// within minutes.
    private static final Duration CLOCKS_DIFFER_MAX = Duration.ofMinutes(5);

    /// Bitcoin takes blocks that are dated two hours ahead (Bitcoin Core, `src/chain.h`,
    /// `MAX_FUTURE_BLOCK_TIME`), or before the blocks they follow, down to the median of eleven; about an
    /// hour, so as much again is ample.
    private static final Duration BITCOIN_CLOCKS_DIFFER_MAX = Duration.ofHours(2);

    public Terms {
        if (due.isZero()) {
            throw new IllegalArgumentException("nothing is due");
        }
        if (!deadline.isAfter(openedAt)) {
            throw new IllegalArgumentException("the deadline is not after the opening");
        }
    }

    /// The last moment at which a transfer is in time, as amended by what was decided.
    public Instant effectiveDeadline() {
        return switch (decision) {
            case Decision.None() -> deadline;
            case Decision.Cancelled(Instant at) -> at.isBefore(deadline) ? at : deadline;
            case Decision.Accepted(Instant at) -> at.isAfter(deadline) ? at : deadline;
            case Decision.Closed(Instant at, Amount over) -> deadline;
        };
    }

    /// Whether a transfer can be for this payment at all: nobody pays before being asked, except for what
    /// clocks differ.
    public boolean mayBePaidBy(Transfer transfer) {
        return !transfer.madeAt()
                .isBefore(openedAt.minus(clocksDifferMax(transfer.id().chain())));
    }

    /// How far a block's time and ours may differ on that chain.
    public static Duration clocksDifferMax(ChainId chain) {
        return chain.family().equals("bip122") ? BITCOIN_CLOCKS_DIFFER_MAX : CLOCKS_DIFFER_MAX;
    }

    /// Whether a transfer was made in time.
    public boolean inTime(Transfer transfer) {
        return !transfer.madeAt().isAfter(effectiveDeadline());
    }

    /// The same terms with a decision.
    public Terms decided(Decision decided) {
        return new Terms(due, openedAt, deadline, finality, decided);
    }

    /// The terms after a person took `received` as enough.
    public Terms accepting(Amount received, Instant at) {
        var lower = received.compareTo(due) < 0 ? received : due;
        return new Terms(lower, openedAt, deadline, finality, new Decision.Accepted(at));
    }
}
