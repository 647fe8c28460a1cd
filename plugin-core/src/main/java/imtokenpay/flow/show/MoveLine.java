package imtokenpay.flow.show;

import imtokenpay.chain.Transfer;
import imtokenpay.flow.monitor.Ending;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.webhook.PaymentJson.Snapshot;
import java.util.List;

/// The one line that the log has of a payment's move.
final class MoveLine {
    private static final int TRANSACTIONS_MAX = 5;

    private MoveLine() {}

    /// Which payment, of which order, from where to where, why, and by which transactions that are in the chain now.
    static String of(Payment before, Snapshot after) {
        var payment = after.payment();
        return "payment " + payment.id() + " of order "
                + Quoted.of(payment.origin().request().orderRef()) + ": " + before.status() + " -> "
                + payment.status() + " (" + why(after) + ")" + by(after.transfers());
    }

    private static String why(Snapshot after) {
        return Ending.of(after.payment(), after.tally())
                .map(Ending::reason)
                .orElseGet(() -> stillOpen(after.payment().status()));
    }

    private static String stillOpen(PaymentStatus status) {
        return switch (status) {
            case AWAITING -> "left_the_chain";
            case UNDERPAID -> "part_came";
            case CONFIRMING -> "enough_came";
            case SETTLED, EXPIRED, CANCELLED, UNRESOLVED, REVERSED, CLOSED -> "ended";
        };
    }

    private static String by(List<Transfer> transfers) {
        var hashes = transfers.stream()
                .filter(Transfer::isIncluded)
                .map(transfer -> transfer.id().txHash())
                .distinct()
                .map(Quoted::of)
                .toList();
        if (hashes.isEmpty()) {
            return "";
        }
        var shown = hashes.subList(0, Math.min(TRANSACTIONS_MAX, hashes.size()));
        var more = hashes.size() - shown.size();
        return ", transactions " + String.join(" ", shown) + (more == 0 ? "" : " and " + more + " more");
    }
}
