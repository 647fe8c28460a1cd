package imtokenpay.storefront.client;

import imtokenpay.storefront.CancelOutcome;
import imtokenpay.storefront.ImtokenPay;
import imtokenpay.storefront.PayableOrder;
import imtokenpay.storefront.PaymentMethod;
import imtokenpay.storefront.PaymentNotice;
import imtokenpay.storefront.PaymentRefusal;
import imtokenpay.storefront.PaymentStanding;
import imtokenpay.storefront.PaymentStatus;
import imtokenpay.storefront.RefusalReason;
import imtokenpay.storefront.StorefrontOrders;
import imtokenpay.storefront.ledger.Intent;
import imtokenpay.storefront.ledger.Ledger;
import imtokenpay.storefront.ledger.LedgerRow;
import imtokenpay.storefront.settings.Settings;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// The payments of the store's orders: at most one open at a time, each written down before it is asked for.
public final class OrderPayments implements ImtokenPay {

    private static final int CUSTOMER_CHARS_MAX = 64;

    private final Settings settings;
    private final Supplier<StorefrontOrders> orders;
    private final Ledger ledger;
    private final PluginCalls plugin;
    private final PaymentMethods methods;
    private final Standings standings;

    public OrderPayments(
            Settings settings,
            Supplier<StorefrontOrders> orders,
            Ledger ledger,
            PluginCalls plugin,
            InstantSource clock) {
        this.settings = settings;
        this.orders = orders;
        this.ledger = ledger;
        this.plugin = plugin;
        this.methods = new PaymentMethods(plugin, clock);
        this.standings = new Standings(ledger, plugin, clock);
    }

    @Override
    public URI start(String orderRef, String asset, String returnUrl) throws PaymentRefusal {
        needSetUp();
        PayableOrder order = payable(orderRef);
        refuseWhereMoneyCame(orderRef);
        Intent intent = ledger.intend(intent(orderRef, asset, order, returnUrl));
        cancelOthers(intent);
        PaymentNotice payment = ask(intent);
        if (ended(payment.status())) {
            // It ended a moment ago and its event is still on the way: the shopper wants another attempt.
            ledger.retire(intent);
            payment = ask(ledger.intend(intent(orderRef, asset, order, returnUrl)));
        }
        refuseUnlessOpen(payment.status());
        return checkout(payment);
    }

    @Override
    public Optional<PaymentNotice> find(String paymentId) throws PaymentRefusal {
        needSetUp();
        return plugin.find(paymentId);
    }

    @Override
    public CancelOutcome cancel(String paymentId) throws PaymentRefusal {
        needSetUp();
        Optional<RefusalReason> against = plugin.cancel(paymentId);
        if (against.isEmpty()) {
            return CancelOutcome.CANCELLED;
        }
        if (against.get() == RefusalReason.MONEY_ON_ITS_WAY) {
            return CancelOutcome.TOO_LATE;
        }
        if (against.get() == RefusalReason.ORDER_NOT_PAYABLE) {
            return outcomeOf(plugin.find(paymentId));
        }
        throw new PaymentRefusal(against.get());
    }

    @Override
    public CancelOutcome abandon(String orderRef) throws PaymentRefusal {
        for (LedgerRow row : ledger.ofOrder(orderRef)) {
            if (leave(row) == CancelOutcome.TOO_LATE) {
                return CancelOutcome.TOO_LATE;
            }
        }
        return CancelOutcome.CANCELLED;
    }

    @Override
    public Optional<PaymentStanding> standing(String orderRef) {
        return standings.of(orderRef, settings.ready() && methods.reachable());
    }

    @Override
    public PaymentMethod paymentMethod() {
        return settings.ready() ? methods.now() : PaymentMethod.unavailable();
    }

    private void needSetUp() throws PaymentRefusal {
        if (!settings.ready()) {
            throw new PaymentRefusal(RefusalReason.NOT_SET_UP);
        }
    }

    private PayableOrder payable(String orderRef) throws PaymentRefusal {
        PayableOrder order =
                orders.get().find(orderRef).orElseThrow(() -> new PaymentRefusal(RefusalReason.ORDER_NOT_FOUND));
        if (!order.payable() || order.amount().signum() == 0) {
            throw new PaymentRefusal(RefusalReason.ORDER_NOT_PAYABLE);
        }
        return order;
    }

    private Intent intent(String orderRef, String asset, PayableOrder order, String returnUrl) {
        return new Intent(
                UUID.randomUUID().toString(),
                orderRef,
                asset,
                order.amount(),
                order.currency(),
                order.description(),
                returnUrl,
                customer(orderRef));
    }

    // A longer one would be refused with the payment, and half of it may be another's.
    private String customer(String orderRef) {
        return orders.get()
                .customer(orderRef)
                .filter(name -> name.length() <= CUSTOMER_CHARS_MAX)
                .orElse("");
    }

    /// The store may not know yet what the ledger knows, and nobody shall pay twice.
    private void refuseWhereMoneyCame(String orderRef) throws PaymentRefusal {
        for (LedgerRow row : ledger.ofOrder(orderRef)) {
            switch (row.status()) {
                case SETTLED -> throw new PaymentRefusal(RefusalReason.ALREADY_PAID);
                case UNRESOLVED, REVERSED -> throw new PaymentRefusal(RefusalReason.BEING_LOOKED_AT);
                case ASKED, UNANSWERED, REFUSED, AWAITING, UNDERPAID, CONFIRMING, EXPIRED, CANCELLED, CLOSED -> {}
            }
        }
    }

    /// After the new intent is written, so that the order is never without one and the end of the old payment
    /// does not give its stock back.
    private void cancelOthers(Intent intent) throws PaymentRefusal {
        List<LedgerRow> others = ledger.ofOrder(intent.orderRef()).stream()
                .filter(row -> row.status().open() && !row.intent().equals(intent))
                .toList();
        for (LedgerRow other : others) {
            if (other.status().moneySeen() || stopping(other, intent) == CancelOutcome.TOO_LATE) {
                ledger.refused(intent);
                throw new PaymentRefusal(RefusalReason.MONEY_ON_ITS_WAY);
            }
        }
    }

    private CancelOutcome stopping(LedgerRow other, Intent intent) throws PaymentRefusal {
        try {
            return stop(other);
        } catch (PaymentRefusal refusal) {
            ledger.unanswered(intent);
            throw refusal;
        }
    }

    private CancelOutcome leave(LedgerRow row) throws PaymentRefusal {
        return switch (row.status()) {
            case UNDERPAID, CONFIRMING, SETTLED, UNRESOLVED, REVERSED -> CancelOutcome.TOO_LATE;
            case REFUSED, EXPIRED, CANCELLED, CLOSED -> CancelOutcome.CANCELLED;
            case ASKED, UNANSWERED, AWAITING -> {
                Optional<RefusalReason> against = ledger.leave(row.intent(), () -> against(row.paymentId()));
                if (against.isEmpty()) {
                    yield CancelOutcome.CANCELLED;
                }
                if (against.get() == RefusalReason.MONEY_ON_ITS_WAY) {
                    yield CancelOutcome.TOO_LATE;
                }
                throw new PaymentRefusal(against.get());
            }
        };
    }

    /// What stands against the end of a payment. Nothing where nobody was sent to it: if there is one at all, it runs
    /// out by itself.
    private Optional<RefusalReason> against(String paymentId) {
        try {
            return paymentId.isEmpty() || cancel(paymentId) == CancelOutcome.CANCELLED
                    ? Optional.empty()
                    : Optional.of(RefusalReason.MONEY_ON_ITS_WAY);
        } catch (PaymentRefusal refusal) {
            return Optional.of(refusal.reason());
        }
    }

    private CancelOutcome stop(LedgerRow row) throws PaymentRefusal {
        if (row.paymentId().isEmpty()) {
            // Nobody was sent to it: if there is a payment at all, it runs out by itself.
            ledger.unanswered(row.intent());
            return CancelOutcome.CANCELLED;
        }
        CancelOutcome outcome = cancel(row.paymentId());
        if (outcome == CancelOutcome.CANCELLED) {
            ledger.retire(row.intent());
        }
        return outcome;
    }

    private PaymentNotice ask(Intent intent) throws PaymentRefusal {
        try {
            PaymentNotice payment = plugin.ask(intent);
            ledger.answered(intent, payment.id());
            return payment;
        } catch (PaymentRefusal refusal) {
            if (refusal.reason() == RefusalReason.NO_ANSWER) {
                ledger.unanswered(intent);
            } else {
                ledger.refused(intent);
            }
            throw refusal;
        }
    }

    private static boolean ended(PaymentStatus status) {
        return status == PaymentStatus.EXPIRED || status == PaymentStatus.CANCELLED || status == PaymentStatus.CLOSED;
    }

    private static void refuseUnlessOpen(PaymentStatus status) throws PaymentRefusal {
        switch (status) {
            case AWAITING, UNDERPAID, CONFIRMING -> {}
            case SETTLED -> throw new PaymentRefusal(RefusalReason.ALREADY_PAID);
            case UNRESOLVED, REVERSED -> throw new PaymentRefusal(RefusalReason.BEING_LOOKED_AT);
            case EXPIRED, CANCELLED, CLOSED -> throw new PaymentRefusal(RefusalReason.ORDER_NOT_PAYABLE);
        }
    }

    private static CancelOutcome outcomeOf(Optional<PaymentNotice> payment) {
        return payment.map(PaymentNotice::status).filter(OrderPayments::ended).isPresent()
                ? CancelOutcome.CANCELLED
                : CancelOutcome.TOO_LATE;
    }

    private static URI checkout(PaymentNotice payment) throws PaymentRefusal {
        if (!payment.checkoutUrl().matches("https?://.+")) {
            throw new PaymentRefusal(RefusalReason.NO_ANSWER);
        }
        return URI.create(payment.checkoutUrl());
    }
}
