package imtokenpay.refund;

import imtokenpay.chain.Address;
import imtokenpay.chain.Transfer;
import imtokenpay.money.Amount;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A part of a payment's money that the merchant means to give back. Immutable; a change is a new one.
///
/// @param amount in the payment's asset, above zero
/// @param destinations where to, as it was said over time, oldest first; the last one counts. The earlier
/// ones are kept, since a transfer may be on its way to them already
/// @param standing where it stands; derived from the facts, kept to be shown and to know what has been
/// announced
public record Refund(RefundId id, Origin origin, Amount amount, List<Destination> destinations, Standing standing) {
    /// How often the address may be given: each one is watched.
    public static final int DESTINATIONS_MAX = 5;

    /// How long after it has ended money to its addresses is looked for: paid before it was cancelled, or
    /// once more.
    public static final Duration WATCHED_AFTERWARDS = Duration.ofDays(30);

    /// Who wants it, of what, and why.
    ///
    /// @param by the person or the store's key that recorded it
    public record Origin(PaymentId paymentId, Instant recordedAt, String by, String reason) {}

    /// Where it stands.
    ///
    /// @param since when it was last moved or given an address
    public record Standing(RefundState state, Instant since) {}

    public Refund {
        destinations = List.copyOf(destinations);
        if (amount.isZero()) {
            throw new IllegalArgumentException("a refund of nothing");
        }
        if (destinations.isEmpty() == (standing.state != RefundState.AWAITING_ADDRESS)
                && standing.state != RefundState.CANCELLED) {
            throw new IllegalArgumentException("a refund is payable just when its address is known");
        }
    }

    /// One that nobody has said the address of yet.
    public static Refund recorded(RefundId id, Origin origin, Amount amount) {
        var standing = new Standing(RefundState.AWAITING_ADDRESS, origin.recordedAt);
        return new Refund(id, origin, amount, List.of(), standing);
    }

    /// The payment whose money it is.
    public PaymentId paymentId() {
        return origin.paymentId;
    }

    /// The state that was derived last.
    public RefundState state() {
        return standing.state;
    }

    /// Where it goes; empty while nobody has said.
    public Optional<Destination> destination() {
        return destinations.isEmpty() ? Optional.empty() : Optional.of(destinations.getLast());
    }

    /// The same refund, going there from now on.
    public Refund goingTo(Destination destination) {
        var all = new ArrayList<>(destinations);
        all.add(destination);
        return new Refund(id, origin, amount, all, new Standing(RefundState.OPEN, destination.givenAt()));
    }

    /// The same refund, having moved.
    public Refund movedTo(RefundState state, Instant at) {
        return new Refund(id, origin, amount, destinations, new Standing(state, at));
    }

    /// Whether a transfer can be this refund at all: to an address that it was given, exactly the amount, and
    /// not made before it was recorded, except for what clocks differ.
    public boolean mayBePaidBy(Transfer transfer) {
        return transfer.amount().asset().equals(amount.asset())
                && transfer.amount().equals(amount)
                && goesOrWentTo(transfer.receiver())
                && !transfer.madeAt()
                        .isBefore(origin.recordedAt.minus(
                                Terms.clocksDifferMax(transfer.id().chain())));
    }

    private boolean goesOrWentTo(Address receiver) {
        return destinations.stream().anyMatch(given -> given.address().equals(receiver));
    }
}
