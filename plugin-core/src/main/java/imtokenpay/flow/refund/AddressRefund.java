package imtokenpay.flow.refund;

import static imtokenpay.payment.Refusal.Reason.REFUND_ADDRESS_GIVEN_TOO_OFTEN;
import static imtokenpay.payment.Refusal.Reason.REFUND_ADDRESS_IS_OURS;
import static imtokenpay.payment.Refusal.Reason.REFUND_ENDED;
import static imtokenpay.payment.Refusal.Reason.REFUND_LOOKS_LIKE_ANOTHER;
import static imtokenpay.payment.Refusal.Reason.REFUND_SEEN;

import imtokenpay.chain.Address;
import imtokenpay.flow.UseCase;
import imtokenpay.merchant.AcceptedAssets;
import imtokenpay.merchant.ReceivingSlots;
import imtokenpay.money.ChainId;
import imtokenpay.payment.Refusal;
import imtokenpay.refund.Destination;
import imtokenpay.refund.Payouts;
import imtokenpay.refund.Refund;
import imtokenpay.refund.RefundId;
import imtokenpay.refund.Refunds;
import jakarta.inject.Inject;

/// The shopper says where his money shall go, or the merchant types what the shopper told him. Until a transfer was
/// seen it can be said anew.
@UseCase
public class AddressRefund {
    private final Refunds refunds;
    private final Payouts payouts;
    private final AcceptedAssets assets;
    private final ReceivingSlots slots;
    private final MoveRefund move;

    @Inject
    public AddressRefund(
            Refunds refunds, Payouts payouts, AcceptedAssets assets, ReceivingSlots slots, MoveRefund move) {
        this.refunds = refunds;
        this.payouts = payouts;
        this.assets = assets;
        this.slots = slots;
        this.move = move;
    }

    /// Has a refund go to that address from now on.
    ///
    /// @throws Refusal if it cannot; nothing was changed then
    /// @throws NoSuchElementException if there is no such refund
    public Refund to(RefundId id, Destination destination) throws Refusal {
        move.locked(refunds.byId(id).orElseThrow().paymentId());
        // Read anew under the lock of its payment.
        var refund = refunds.byId(id).orElseThrow();
        var isSaidAgain = refund.destination()
                .filter(now -> now.address().equals(destination.address()) && now.source() == destination.source())
                .isPresent();
        if (isSaidAgain && refund.state().isPayable()) {
            return refund;
        }
        var after = addressed(refund, destination);
        refunds.replace(after);
        move.tell(after, after.state().word());
        return after;
    }

    /// The refund with that destination, which is reserved for it; nothing is written of the refund itself.
    Refund addressed(Refund refund, Destination destination) throws Refusal {
        switch (refund.state()) {
            case AWAITING_ADDRESS, OPEN -> {}
            case SEEN -> throw new Refusal(REFUND_SEEN);
            case COMPLETED, CANCELLED -> throw new Refusal(REFUND_ENDED);
        }
        if (!payouts.of(refund.id()).isEmpty()) {
            // It left the chain and can come back: with another address it would be paid twice.
            throw new Refusal(REFUND_SEEN);
        }
        if (refund.destinations().size() == Refund.DESTINATIONS_MAX) {
            throw new Refusal(REFUND_ADDRESS_GIVEN_TOO_OFTEN);
        }
        if (isOurs(refund.amount().asset().chain(), destination.address())) {
            throw new Refusal(REFUND_ADDRESS_IS_OURS);
        }
        if (!refunds.reserve(refund, destination.address())) {
            throw new Refusal(REFUND_LOOKS_LIKE_ANOTHER);
        }
        return refund.goingTo(destination);
    }

    // Who pastes the address that he paid to would have the merchant pay himself.
    private boolean isOurs(ChainId chain, Address address) {
        return assets.on(chain).stream()
                .anyMatch(accepted -> accepted.receiver().equals(address)
                        || accepted.asset()
                                .contract()
                                .filter(address.text()::equalsIgnoreCase)
                                .isPresent()
                        || slots.use(accepted.asset(), address).isPresent());
    }
}
