package imtokenpay.admin.refund;

import imtokenpay.admin.desk.Words;
import imtokenpay.chain.Transfer;
import imtokenpay.refund.Destination;
import imtokenpay.webhook.RefundJson.Snapshot;
import java.util.List;

/// A refund as one line of the list, and as the page that it is paid from.
public final class RefundLine {
    private final Snapshot snapshot;

    RefundLine(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /// Its id.
    public String id() {
        return snapshot.refund().id().text();
    }

    /// The payment whose money it is.
    public String payment() {
        return snapshot.refund().paymentId().text();
    }

    /// When it was recorded.
    public String recorded() {
        return Words.moment(snapshot.refund().origin().recordedAt());
    }

    /// Who recorded it.
    public String by() {
        return snapshot.refund().origin().by();
    }

    /// Why.
    public String reason() {
        return snapshot.refund().origin().reason();
    }

    /// How much; exactly this must be sent.
    public String amount() {
        return snapshot.refund().amount().toString();
    }

    /// The network's name for people.
    public String network() {
        return snapshot.network();
    }

    /// Where it stands.
    public String status() {
        return snapshot.refund().state().word();
    }

    /// Where it goes; empty while nobody has said.
    public String address() {
        return snapshot.refund().destination().map(to -> to.address().text()).orElse("");
    }

    /// Who said where to; empty while nobody has.
    public String addressFrom() {
        return snapshot.refund().destination().map(RefundLine::from).orElse("");
    }

    /// Whether the merchant can pay it now.
    public boolean isPayable() {
        return snapshot.refund().state().isPayable() && snapshot.payouts().isEmpty();
    }

    /// Whether its transfer was seen and has left the chain: it may come back.
    public boolean isGone() {
        return snapshot.refund().state().isPayable() && !snapshot.payouts().isEmpty();
    }

    /// Whether it can be called off.
    public boolean isCancellable() {
        return switch (snapshot.refund().state()) {
            case AWAITING_ADDRESS, OPEN -> snapshot.payouts().isEmpty();
            case SEEN, COMPLETED, CANCELLED -> false;
        };
    }

    /// How many transfers to the shopper are more than should have been made.
    public long beyond() {
        return snapshot.beyond();
    }

    /// How far it is confirmed, such as `3/6`.
    public String confirmations() {
        var required = snapshot.finality().confirmationsRequired();
        return Math.min(snapshot.confirmations(), required) + "/" + required;
    }

    /// The transactions that were seen for it.
    public List<String> transactions() {
        return snapshot.payouts().stream().map(RefundLine::transaction).toList();
    }

    private static String transaction(Transfer payout) {
        return payout.id().txHash() + (payout.isIncluded() ? "" : " (left the chain)");
    }

    private static String from(Destination to) {
        return switch (to.source()) {
            case SHOPPER -> "confirmed by the shopper, " + Words.moment(to.givenAt());
            case MERCHANT -> "typed by " + to.by() + ", " + Words.moment(to.givenAt());
        };
    }
}
