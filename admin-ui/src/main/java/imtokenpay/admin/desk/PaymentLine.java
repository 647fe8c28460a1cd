package imtokenpay.admin.desk;

import imtokenpay.chain.Transfer;
import imtokenpay.payment.Tally;
import imtokenpay.webhook.PaymentJson.Snapshot;
import java.util.List;

/// A payment as one line of the list.
public final class PaymentLine {
    private final Snapshot snapshot;
    private final Tally tally;
    private final String store;

    PaymentLine(Snapshot snapshot, String store) {
        this.snapshot = snapshot;
        this.tally = snapshot.tally();
        this.store = store;
    }

    /// Its id.
    public String id() {
        return snapshot.payment().id().text();
    }

    /// When it was asked for.
    public String opened() {
        return Words.moment(snapshot.payment().terms().openedAt());
    }

    /// The order's name in the store.
    public String order() {
        return snapshot.payment().origin().request().orderRef();
    }

    /// The store's name.
    public String store() {
        return store;
    }

    /// What the order costs, and what a campaign takes off.
    public String price() {
        var origin = snapshot.payment().origin();
        return origin.request().price()
                + origin.discount()
                        .map(discount -> " \u2212" + discount.amount().value().toPlainString())
                        .orElse("");
    }

    /// What is to be paid.
    public String due() {
        return snapshot.payment().terms().due().toString();
    }

    /// The network's name for people.
    public String network() {
        return snapshot.network();
    }

    /// What came so far, late money too.
    public String received() {
        return tally.received().decimal();
    }

    /// Where it stands.
    public String status() {
        return snapshot.payment().status().word();
    }

    /// Whether a person may take what came as enough.
    public boolean isAcceptable() {
        return snapshot.payment().status().mayBeAccepted();
    }

    /// Whether a person may end the matter.
    public boolean isClosable() {
        return snapshot.payment().status().mayBeClosed();
    }

    /// Whether some of its money may be given back.
    public boolean isRefundable() {
        return !snapshot.payment().status().isOpen() && !tally.received().isZero();
    }

    /// Whether it waits for a person.
    public boolean isDecidable() {
        return isAcceptable() || isClosable();
    }

    /// How far the money is confirmed, such as `3/6`; never more than is needed.
    public String confirmations() {
        var required = snapshot.payment().terms().finality().confirmationsRequired();
        return Math.min(tally.confirmations(), required) + "/" + required;
    }

    /// The transactions that paid.
    public List<Hash> transactions() {
        return snapshot.transfers().stream()
                .filter(Transfer::isIncluded)
                .map(transfer -> transfer.id().txHash())
                .distinct()
                .map(Hash::new)
                .toList();
    }

    /// A transaction's hash.
    public record Hash(String whole) {
        /// Short enough for a column.
        public String shortened() {
            return Words.shortened(whole);
        }
    }
}
