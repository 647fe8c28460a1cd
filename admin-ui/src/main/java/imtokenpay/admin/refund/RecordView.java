package imtokenpay.admin.refund;

import imtokenpay.admin.desk.Desk;
import imtokenpay.chain.Address;
import imtokenpay.chain.Spelling;
import imtokenpay.flow.refund.RecordRefund;
import imtokenpay.flow.refund.RecordRefund.Cause;
import imtokenpay.flow.refund.RecordRefund.Share;
import imtokenpay.flow.refund.RecordRefund.Wanted;
import imtokenpay.flow.refund.ShowRefunds;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.Refusal;
import imtokenpay.refund.RefundId;
import imtokenpay.refund.Refundable;
import imtokenpay.refund.Refunds.Call;
import imtokenpay.webhook.PaymentJson.Snapshot;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Records that money of one payment goes back.
@Named("recordRefund")
@RequestScoped
public class RecordView {
    private interface Step {
        RefundId take(PaymentId id, Wanted wanted, Call call) throws Refusal;
    }

    private final Optional<Snapshot> payment;
    private final Optional<Refundable> refundable;
    private final Step record;
    private final Spelling spelling;
    private final int recorded;
    private String amount = "";
    private String reason = "";
    private String address = "";

    /// For the container's proxy only.
    protected RecordView() {
        this.payment = Optional.empty();
        this.refundable = Optional.empty();
        this.record = (id, wanted, call) -> new RefundId("");
        this.spelling = (chain, text) -> new Address(text);
        this.recorded = 0;
    }

    @Inject
    public RecordView(ShowPayment payments, ShowRefunds show, RecordRefund record, Spelling spelling) {
        var id = Optional.of(Desk.asked("payment")).filter(PaymentId::isOne).map(PaymentId::new);
        this.payment = id.flatMap(payments::byId);
        this.refundable = payment.map(any -> show.refundable(id.orElseThrow()));
        this.record =
                (of, wanted, call) -> record.record(of, wanted, call).refund().id();
        this.spelling = spelling;
        this.recorded = id.map(show::of).map(refunds -> refunds.size()).orElse(0);
    }

    /// Whether a payment was chosen.
    public boolean isShown() {
        return payment.isPresent();
    }

    /// The payment's id.
    public String id() {
        return payment.orElseThrow().payment().id().text();
    }

    /// The order's name in the store.
    public String order() {
        return payment.orElseThrow().payment().origin().request().orderRef();
    }

    /// What can still be given back.
    public String left() {
        return refundable.orElseThrow().left().toString();
    }

    /// What of the surplus can still be given back.
    public String surplus() {
        return refundable.orElseThrow().surplus().toString();
    }

    /// Whether anything can be given back now.
    public boolean isOpen() {
        return isShown()
                && !payment.orElseThrow().payment().status().isOpen()
                && !refundable.orElseThrow().left().isZero();
    }

    /// How many refunds there are: whoever presses twice records one.
    public int recorded() {
        return recorded;
    }

    /// Records it.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String record() {
        try {
            var asset = payment.orElseThrow().payment().terms().due().asset();
            var wanted = new Wanted(share(asset), new Cause(Desk.who(), reason), address(asset));
            var call = new Call("admin-" + number(Desk.asked("recorded")), Integer.toHexString(wanted.hashCode()));
            var id = record.take(new PaymentId(id()), wanted, call);
            return "/admin/refunds.xhtml?faces-redirect=true&decided=true&payment=" + id() + "&refund=" + id;
        } catch (IllegalArgumentException mistyped) {
            return Desk.stay(String.valueOf(mistyped.getMessage()));
        } catch (Refusal refusal) {
            return Desk.stay(
                    refusal.reason() == Refusal.Reason.IDEMPOTENCY_KEY_REUSED
                            ? "Another refund of this payment was recorded meanwhile. Look at it, and try again."
                            : refusal.getMessage());
        }
    }

    private Share share(Asset asset) {
        if (amount.isEmpty()) {
            return new Share.Surplus();
        }
        try {
            return new Share.Part(Amount.parse(amount, asset));
        } catch (IllegalArgumentException mistyped) {
            throw new IllegalArgumentException("The amount " + mistyped.getMessage() + ".", mistyped);
        }
    }

    private Optional<Address> address(Asset asset) {
        return address.isEmpty() ? Optional.empty() : Optional.of(spelling.read(asset.chain(), address));
    }

    private static String number(String text) {
        return text.matches("[0-9]{1,9}") ? text : "0";
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = amount.strip();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address.strip();
    }
}
