package imtokenpay.storefront.receiver;

import imtokenpay.storefront.PayableOrder;
import imtokenpay.storefront.PaymentNotice;
import imtokenpay.storefront.PaymentStatus;
import imtokenpay.storefront.StorefrontOrders;
import imtokenpay.storefront.json.WebhookEvent;
import imtokenpay.storefront.ledger.LedgerRow;
import imtokenpay.storefront.ledger.Told;
import java.util.function.Supplier;

/// Tells the store what an event means for its order.
public final class Storekeeper {

    private final Supplier<StorefrontOrders> orders;

    public Storekeeper(Supplier<StorefrontOrders> orders) {
        this.orders = orders;
    }

    /// Calls the store and answers what it has been told by now.
    Told tell(WebhookEvent event, LedgerRow row, boolean othersOpen) {
        PaymentNotice payment = event.payment();
        StorefrontOrders store = orders.get();
        if (!row.fits(payment)) {
            return exception(store, row, payment, mismatch(row, payment));
        }
        return switch (event.type()) {
            case SETTLED -> settled(store, row, payment);
            case OVERPAID -> overpaid(store, row, payment);
            case EXPIRED, CANCELLED -> ended(store, row, payment, othersOpen);
            case AWAITING -> detected(store, row, payment, "Money that was seen is gone again.");
            case UNDERPAID -> detected(store, row, payment, received(payment) + " seen, which is not enough yet.");
            case CONFIRMING -> detected(store, row, payment, received(payment) + " seen, waiting for confirmations.");
            case UNRESOLVED ->
                exception(
                        store,
                        row,
                        payment,
                        "Late or short money: "
                                + payment.received().toPlainString() + " of "
                                + payment.assetAmount().toPlainString() + " "
                                + payment.symbol() + " has arrived.");
            case REVERSED -> exception(store, row, payment, "A settled payment has left the chain.");
            case CLOSED -> row.told();
        };
    }

    private static Told detected(StorefrontOrders store, LedgerRow row, PaymentNotice payment, String why) {
        store.detected(payment.because(why));
        return row.told();
    }

    private static Told exception(StorefrontOrders store, LedgerRow row, PaymentNotice payment, String why) {
        store.exception(payment.because(why));
        return row.told();
    }

    private static Told settled(StorefrontOrders store, LedgerRow row, PaymentNotice payment) {
        if (payment.status() != PaymentStatus.SETTLED) {
            return exception(store, row, payment, "An event says settled, but the payment it carries does not.");
        }
        if (row.told() == Told.PAID) {
            return exception(store, row, payment, "The payment that had left the chain is settled again.");
        }
        store.paid(payment);
        return Told.PAID;
    }

    /// May be here before the event that says settled, which is then too old to be applied: so it says it too.
    private static Told overpaid(StorefrontOrders store, LedgerRow row, PaymentNotice payment) {
        Told told = row.told();
        if (payment.status() == PaymentStatus.SETTLED && told != Told.PAID) {
            store.paid(payment);
            told = Told.PAID;
        }
        store.exception(payment.because("More than the due amount arrived: "
                + payment.surplus().toPlainString() + " " + payment.symbol() + " too much."));
        return told;
    }

    private static Told ended(StorefrontOrders store, LedgerRow row, PaymentNotice payment, boolean othersOpen) {
        boolean payable =
                store.find(payment.orderRef()).map(PayableOrder::payable).orElse(false);
        if (row.told() != Told.NOTHING || othersOpen || !payable) {
            return row.told();
        }
        store.released(payment);
        return Told.RELEASED;
    }

    private static String mismatch(LedgerRow row, PaymentNotice payment) {
        return "The payment is for order %s, %s %s in %s, but %s, %s %s in %s was asked for."
                .formatted(
                        payment.orderRef(),
                        payment.amount().toPlainString(),
                        payment.currency(),
                        payment.asset(),
                        row.intent().orderRef(),
                        row.intent().amount().toPlainString(),
                        row.intent().currency(),
                        row.intent().asset());
    }

    private static String received(PaymentNotice payment) {
        return payment.received().toPlainString() + " " + payment.symbol();
    }
}
