package imtokenpay.storefront.client;

import imtokenpay.storefront.PaymentNotice;
import imtokenpay.storefront.PaymentRefusal;
import imtokenpay.storefront.PaymentStanding;
import imtokenpay.storefront.PaymentStatus;
import imtokenpay.storefront.ledger.Ledger;
import imtokenpay.storefront.ledger.LedgerRow;
import imtokenpay.storefront.ledger.RowStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;

/// How the payment of an order stands: from the ledger, and while it is open from the plugin too, which knows the
/// confirmations.
final class Standings {

    private static final Duration NOT_ASKED_FOR = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final PluginCalls plugin;
    private final InstantSource clock;
    private volatile Instant askedAgainFrom = Instant.MIN;

    Standings(Ledger ledger, PluginCalls plugin, InstantSource clock) {
        this.ledger = ledger;
        this.plugin = plugin;
        this.clock = clock;
    }

    /// @param reachable whether the plugin answered lately; if not, nobody waits for it
    Optional<PaymentStanding> of(String orderRef, boolean reachable) {
        // The ledger gives the youngest first, and the first of equals stays.
        return ledger.ofOrder(orderRef).stream()
                .filter(row -> !row.paymentId().isEmpty() && weight(row.status()) > 0)
                .min(Comparator.comparingInt(row -> -weight(row.status())))
                .map(row -> reachable && row.status().open() ? asked(row) : known(row));
    }

    private PaymentStanding asked(LedgerRow row) {
        if (clock.instant().isBefore(askedAgainFrom)) {
            return known(row);
        }
        try {
            return plugin.find(row.paymentId(), PaymentMethods.PATIENCE)
                    .map(Standings::shown)
                    .orElseGet(() -> known(row));
        } catch (PaymentRefusal noAnswer) {
            // Logged where the call was made. The page may show more orders, and others are built beside it.
            askedAgainFrom = clock.instant().plus(NOT_ASKED_FOR);
            return known(row);
        }
    }

    private static PaymentStanding shown(PaymentNotice payment) {
        boolean page = payment.status().open() && payment.checkoutUrl().matches("https?://.+");
        return new PaymentStanding(
                payment.id(),
                payment.status(),
                payment.asset(),
                payment.confirmations(),
                payment.confirmationsRequired(),
                page ? payment.checkoutUrl() : "");
    }

    private static PaymentStanding known(LedgerRow row) {
        PaymentStatus status = PaymentStatus.valueOf(row.status().name());
        return new PaymentStanding(row.paymentId(), status, row.intent().asset(), 0, 0, "");
    }

    /// How much it says about the order; 0 where there is no payment to speak of.
    private static int weight(RowStatus status) {
        return switch (status) {
            case SETTLED -> 4;
            case UNDERPAID, CONFIRMING, UNRESOLVED, REVERSED -> 3;
            case AWAITING -> 2;
            case EXPIRED, CANCELLED, CLOSED -> 1;
            case ASKED, UNANSWERED, REFUSED -> 0;
        };
    }
}
