package imtokenpay.flow.refund;

import static imtokenpay.payment.Refusal.Reason.IDEMPOTENCY_KEY_REUSED;
import static imtokenpay.payment.Refusal.Reason.NO_SURPLUS;
import static imtokenpay.payment.Refusal.Reason.REASON_MISSING;
import static imtokenpay.payment.Refusal.Reason.REFUND_TOO_EARLY;
import static imtokenpay.payment.Refusal.Reason.REFUND_TOO_LARGE;

import imtokenpay.chain.Address;
import imtokenpay.flow.UseCase;
import imtokenpay.flow.audit.Action;
import imtokenpay.flow.audit.AuditTrail;
import imtokenpay.flow.audit.Deed;
import imtokenpay.money.Amount;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.Refusal;
import imtokenpay.refund.Destination;
import imtokenpay.refund.Refund;
import imtokenpay.refund.RefundId;
import imtokenpay.refund.Refundable;
import imtokenpay.refund.Refunds;
import imtokenpay.refund.Refunds.Call;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The merchant records that he gives money back. What all refunds of a payment take together is counted under the
/// payment's lock, so that of two at once the second sees the first.
@UseCase
public class RecordRefund {
    private final Refunds refunds;
    private final AddressRefund address;
    private final MoveRefund move;
    private final AuditTrail audit;
    private final Names names;

    /// Where new names and moments come from.
    public record Names(RandomGenerator random, InstantSource clock) {}

    @Inject
    public RecordRefund(Refunds refunds, AddressRefund address, MoveRefund move, AuditTrail audit, Names names) {
        this.refunds = refunds;
        this.address = address;
        this.move = move;
        this.audit = audit;
        this.names = names;
    }

    /// How much.
    public sealed interface Share {
        /// Just so much.
        record Part(Amount amount) implements Share {}

        /// What is left of the surplus.
        record Surplus() implements Share {}
    }

    /// Who wants it, and why.
    ///
    /// @param by the name that the person has signed in with, or the store that calls
    /// @param reason in that person's words; 1 to 500 characters, else it is refused
    public record Cause(String by, String reason) {
        /// How long a reason may be.
        public static final int REASON_CHARS_MAX = 500;

        public Cause {
            if (by.isBlank()) {
                throw new IllegalArgumentException("nobody wants it");
            }
            reason = reason.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        }

        /// Whether it says why.
        public boolean isGiven() {
            return !reason.isEmpty() && reason.length() <= REASON_CHARS_MAX;
        }
    }

    /// What the merchant wants.
    ///
    /// @param address what the shopper told him; empty when the shopper is to say it on his page
    public record Wanted(Share share, Cause cause, Optional<Address> address) {}

    /// The refund, and whether it was recorded now or by an earlier call.
    public record Recorded(Refund refund, boolean isNew) {}

    /// Records it, or finds the one that the same call recorded before.
    ///
    /// @throws Refusal if it cannot be; nothing was changed then
    /// @throws NoSuchElementException if there is no such payment
    public Recorded record(PaymentId id, Wanted wanted, Call call) throws Refusal {
        var payment = move.locked(id).orElseThrow();
        var made = refunds.madeBy(id, call.key());
        if (made.isPresent()) {
            refuseIf(!made.get().requestHash().equals(call.requestHash()), IDEMPOTENCY_KEY_REUSED);
            return new Recorded(made.get().refund(), false);
        }
        refuseIf(!wanted.cause.isGiven(), REASON_MISSING);
        refuseIf(payment.status().isOpen(), REFUND_TOO_EARLY);
        var amount = amount(wanted.share, move.refundable(id));
        var now = names.clock.instant();
        var origin = new Refund.Origin(id, now, wanted.cause.by(), wanted.cause.reason());
        var refund = Refund.recorded(RefundId.random(names.random), origin, amount);
        if (wanted.address.isPresent()) {
            var source = Destination.Source.MERCHANT;
            refund = address.addressed(refund, new Destination(wanted.address.get(), source, wanted.cause.by(), now));
        }
        refunds.add(refund, call);
        move.tell(refund, "created");
        audit.add(Deed.of(
                origin.by(),
                Action.REFUND_RECORDED,
                refund.id().text(),
                amount + " of " + id + ": " + origin.reason()));
        return new Recorded(refund, true);
    }

    private static Amount amount(Share share, Refundable refundable) throws Refusal {
        return switch (share) {
            case Share.Part(Amount amount) -> {
                refuseIf(!refundable.left().covers(amount), REFUND_TOO_LARGE);
                yield amount;
            }
            case Share.Surplus() -> {
                refuseIf(refundable.surplus().isZero(), NO_SURPLUS);
                yield refundable.surplus();
            }
        };
    }

    private static void refuseIf(boolean isSo, Refusal.Reason reason) throws Refusal {
        if (isSo) {
            throw new Refusal(reason);
        }
    }
}
