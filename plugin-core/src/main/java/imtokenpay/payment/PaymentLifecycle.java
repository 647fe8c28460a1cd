package imtokenpay.payment;

import static imtokenpay.payment.PaymentStatus.AWAITING;
import static imtokenpay.payment.PaymentStatus.CANCELLED;
import static imtokenpay.payment.PaymentStatus.CLOSED;
import static imtokenpay.payment.PaymentStatus.CONFIRMING;
import static imtokenpay.payment.PaymentStatus.EXPIRED;
import static imtokenpay.payment.PaymentStatus.REVERSED;
import static imtokenpay.payment.PaymentStatus.SETTLED;
import static imtokenpay.payment.PaymentStatus.UNDERPAID;
import static imtokenpay.payment.PaymentStatus.UNRESOLVED;

import imtokenpay.chain.ChainView;
import java.util.Map;
import java.util.Set;

/// The life of a payment, whole and in one place.
///
/// A shopper is asked for an amount (AWAITING). Money comes in parts (UNDERPAID) or at once (CONFIRMING), grows
/// old enough to be final (SETTLED), and the shop ships. Nothing comes: EXPIRED. The shopper calls it off:
/// CANCELLED. Money that is late or short is UNRESOLVED until a person accepts it or closes the matter
/// (CLOSED). A reorg can take a settlement back (REVERSED) and can bring it back again.
///
/// The standing is *derived* from the facts by [#standing] and then *checked* against [#MOVES]: two ways to the
/// same answer, so that a mistake in one is caught by the other.
public final class PaymentLifecycle {
    /// The only moves there are.
    static final Map<PaymentStatus, Set<PaymentStatus>> MOVES = Map.of(
            AWAITING, Set.of(UNDERPAID, CONFIRMING, SETTLED, EXPIRED, CANCELLED, UNRESOLVED),
            UNDERPAID, Set.of(AWAITING, CONFIRMING, SETTLED, EXPIRED, UNRESOLVED),
            CONFIRMING, Set.of(AWAITING, UNDERPAID, SETTLED, EXPIRED, UNRESOLVED),
            SETTLED, Set.of(REVERSED),
            REVERSED, Set.of(SETTLED, CLOSED),
            EXPIRED, Set.of(UNRESOLVED),
            CANCELLED, Set.of(UNRESOLVED),
            UNRESOLVED, Set.of(EXPIRED, CANCELLED, CONFIRMING, SETTLED, CLOSED),
            CLOSED, Set.of(UNRESOLVED));

    private PaymentLifecycle() {}

    /// Where a payment stands that stood at `now`, by its terms, its money and the chain.
    ///
    /// @throws IllegalStateException if the facts lead to a move that is not listed: our mistake,
    /// and nothing is written
    public static PaymentStatus next(PaymentStatus now, Terms terms, Tally tally, ChainView view) {
        var next = standing(now, terms, tally, view);
        if (next != now && !MOVES.get(now).contains(next)) {
            throw new IllegalStateException("no move from " + now + " to " + next + " for " + terms + ", " + tally);
        }
        return next;
    }

    private static PaymentStatus standing(PaymentStatus now, Terms terms, Tally tally, ChainView view) {
        return switch (now) {
            case AWAITING, UNDERPAID, CONFIRMING -> open(terms, tally, view);
            case SETTLED -> tally.included().covers(terms.due()) ? SETTLED : REVERSED;
            case REVERSED -> reversed(terms, tally);
            case EXPIRED, CANCELLED -> tally.received().isZero() ? now : UNRESOLVED;
            case UNRESOLVED -> unresolved(terms, tally);
            case CLOSED -> closed(terms, tally);
        };
    }

    private static PaymentStatus open(Terms terms, Tally tally, ChainView view) {
        if (terms.decision() instanceof Decision.Cancelled) {
            return tally.received().isZero() ? CANCELLED : UNRESOLVED;
        }
        if (tally.confirmed().covers(terms.due())) {
            return SETTLED;
        }
        if (tally.included().covers(terms.due())) {
            return CONFIRMING;
        }
        if (terms.decision() instanceof Decision.Accepted) {
            // What a person accepted has left the chain: that person's matter, not a new chance for the shopper.
            return UNRESOLVED;
        }
        if (view.asOf().isAfter(terms.deadline())) {
            return tally.received().isZero() ? EXPIRED : UNRESOLVED;
        }
        return tally.included().isZero() ? AWAITING : UNDERPAID;
    }

    private static PaymentStatus reversed(Terms terms, Tally tally) {
        if (terms.decision() instanceof Decision.Closed && closed(terms, tally) == CLOSED) {
            return CLOSED;
        }
        return tally.confirmed().covers(terms.due()) ? SETTLED : REVERSED;
    }

    // Only a decision leads from here to paid: by now the shop may have sold the goods to somebody else.
    private static PaymentStatus unresolved(Terms terms, Tally tally) {
        return switch (terms.decision()) {
            case Decision.Accepted accepted when tally.confirmed().covers(terms.due()) -> SETTLED;
            case Decision.Accepted accepted when tally.included().covers(terms.due()) -> CONFIRMING;
            case Decision.Closed closed -> closed(terms, tally);
            case Decision.Cancelled cancelled when tally.received().isZero() -> CANCELLED;
            case Decision.None none when tally.received().isZero() -> EXPIRED;
            case Decision.None none -> UNRESOLVED;
            case Decision.Cancelled cancelled -> UNRESOLVED;
            case Decision.Accepted accepted -> UNRESOLVED;
        };
    }

    private static PaymentStatus closed(Terms terms, Tally tally) {
        return terms.decision() instanceof Decision.Closed closed
                        && !closed.over().covers(tally.received())
                ? UNRESOLVED
                : CLOSED;
    }
}
