package imtokenpay.flow.request;

import static imtokenpay.payment.Refusal.Reason.ASSET_NOT_VERIFIED;
import static imtokenpay.payment.Refusal.Reason.CHAIN_NOT_WATCHED;
import static imtokenpay.payment.Refusal.Reason.IDEMPOTENCY_KEY_REUSED;
import static imtokenpay.payment.Refusal.Reason.RETURN_URL_NOT_ALLOWED;
import static imtokenpay.payment.Refusal.Reason.UNKNOWN_ASSET;

import imtokenpay.chain.watch.ChainCursors;
import imtokenpay.flow.UseCase;
import imtokenpay.flow.receive.LeaseSlot;
import imtokenpay.merchant.AcceptedAssets;
import imtokenpay.merchant.Store;
import imtokenpay.money.Amount;
import imtokenpay.payment.Decision;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentRequest;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.Payments;
import imtokenpay.payment.Refusal;
import imtokenpay.payment.Terms;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// A store asks for a payment: the price is turned into an amount, a slot that no other open payment has is leased, and
/// the terms are fixed.
@UseCase
public class RequestPayment {
    /// The collections that a payment is made from.
    ///
    /// @param limits how long payments live
    public record Shelf(
            AcceptedAssets assets, LeaseSlot slots, Payments payments, ChainCursors cursors, Limits limits) {}

    private final Shelf shelf;
    private final QuoteOrder quotes;
    private final IdempotencyKeys keys;
    private final InstantSource clock;
    private final RandomGenerator random;

    @Inject
    public RequestPayment(
            Shelf shelf, QuoteOrder quotes, IdempotencyKeys keys, InstantSource clock, RandomGenerator random) {
        this.shelf = shelf;
        this.quotes = quotes;
        this.keys = keys;
        this.clock = clock;
        this.random = random;
    }

    /// How the store's call is recognised when it comes again.
    ///
    /// @param requestHash of the body; the same key with another hash is refused
    public record Idempotency(String key, String requestHash) {}

    /// The payment, and whether it was made now or by an earlier call.
    public record Requested(Payment payment, boolean isNew) {}

    /// Makes the payment, or finds the one that the same call made before.
    ///
    /// @throws Refusal if it cannot be; nothing was changed then
    /// @throws KeyTaken if the same call is being carried out elsewhere at this moment: call again
    public Requested request(Store store, PaymentRequest request, Idempotency idempotency) throws Refusal {
        var used = keys.of(store.id(), idempotency.key());
        if (used.isPresent()) {
            return new Requested(repeated(used.get(), idempotency), false);
        }
        var id = PaymentId.random(random);
        // First of all: two of the same calls meet here, and not while each holds what the other waits for.
        if (!keys.remember(store.id(), idempotency.key(), new IdempotencyKeys.Use(idempotency.requestHash(), id))) {
            throw new KeyTaken();
        }
        var payment = agree(store, request, id);
        shelf.payments().add(payment);
        return new Requested(payment, true);
    }

    /// The same call is being carried out at this moment by another thread or node.
    public static class KeyTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Payment repeated(IdempotencyKeys.Use use, Idempotency idempotency) throws Refusal {
        if (!use.requestHash().equals(idempotency.requestHash())) {
            throw new Refusal(IDEMPOTENCY_KEY_REUSED);
        }
        return shelf.payments().byId(use.paymentId()).orElseThrow();
    }

    private Payment agree(Store store, PaymentRequest request, PaymentId id) throws Refusal {
        var accepted = shelf.assets().byId(request.assetId()).orElseThrow(() -> new Refusal(UNKNOWN_ASSET));
        if (!accepted.verified()) {
            throw new Refusal(ASSET_NOT_VERIFIED);
        }
        if (shelf.cursors().view(accepted.asset().chain()).isEmpty()) {
            throw new Refusal(CHAIN_NOT_WATCHED);
        }
        var returnUrl = request.wording().returnUrl();
        if (!returnUrl.isEmpty() && !store.mayReturnTo(URI.create(returnUrl))) {
            throw new Refusal(RETURN_URL_NOT_ALLOWED);
        }
        var origin = quotes.quote(store.id(), request, accepted.asset(), id);
        var now = clock.instant();
        var deadline = now.plus(shelf.limits().window());
        var until = deadline.plus(shelf.limits().watchedAfterwards());
        var leased = shelf.slots().lease(accepted, origin.quote(), id, until);
        var terms = new Terms(
                leased.due(), now, deadline, accepted.finality().of(leased.due().units()), new Decision.None());
        return new Payment(
                id,
                origin,
                leased.receiver(),
                terms,
                new Payment.Standing(PaymentStatus.AWAITING, 0, Amount.zero(accepted.asset())));
    }
}
