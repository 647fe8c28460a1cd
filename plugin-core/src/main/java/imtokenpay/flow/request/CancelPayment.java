package imtokenpay.flow.request;

import static imtokenpay.payment.Refusal.Reason.NOT_OPEN;
import static imtokenpay.payment.Refusal.Reason.PAYMENT_DETECTED;

import imtokenpay.chain.Transfer;
import imtokenpay.flow.UseCase;
import imtokenpay.flow.show.AnnouncePayment;
import imtokenpay.payment.Decision;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.Payments;
import imtokenpay.payment.Refusal;
import jakarta.inject.Inject;
import java.time.InstantSource;

/// The shopper or the store calls a payment off. Refused as soon as money was seen; money that comes later is
/// late.
@UseCase
public class CancelPayment {
    private final Payments payments;
    private final Ledger ledger;
    private final AnnouncePayment announce;
    private final InstantSource clock;

    @Inject
    public CancelPayment(Payments payments, Ledger ledger, AnnouncePayment announce, InstantSource clock) {
        this.payments = payments;
        this.ledger = ledger;
        this.announce = announce;
        this.clock = clock;
    }

    /// Cancels it; a payment that is cancelled already stays so.
    ///
    /// @throws Refusal if money was seen, or the payment has ended otherwise
    /// @throws NoSuchElementException if there is no such payment
    public Payment cancel(PaymentId id) throws Refusal {
        var payment = payments.locked(id).orElseThrow();
        return switch (payment.status()) {
            case AWAITING -> cancelled(payment);
            case CANCELLED -> payment;
            case UNDERPAID, CONFIRMING, SETTLED, REVERSED -> throw new Refusal(PAYMENT_DETECTED);
            case EXPIRED, UNRESOLVED, CLOSED -> throw new Refusal(NOT_OPEN);
        };
    }

    private Payment cancelled(Payment payment) throws Refusal {
        // Late money can be here before the deadline has passed for certain; the payment still awaits then.
        if (ledger.of(payment.id()).stream().anyMatch(Transfer::isIncluded)) {
            throw new Refusal(PAYMENT_DETECTED);
        }
        var after = payment.under(payment.terms().decided(new Decision.Cancelled(clock.instant())))
                .movedTo(PaymentStatus.CANCELLED);
        payments.replace(after);
        announce.moved(payment, after);
        return after;
    }
}
