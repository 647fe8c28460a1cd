package imtokenpay.checkout;

import imtokenpay.chain.Address;
import imtokenpay.chain.Spelling;
import imtokenpay.checkout.RefundPage.Ask;
import imtokenpay.checkout.qr.QrCode;
import imtokenpay.flow.refund.AddressRefund;
import imtokenpay.flow.refund.ShowRefunds;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentUri;
import imtokenpay.payment.Refusal;
import imtokenpay.refund.Destination;
import imtokenpay.refund.Refund;
import imtokenpay.refund.RefundId;
import imtokenpay.webhook.PaymentJson;
import imtokenpay.webhook.RefundJson;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;

/// Takes the address where a shopper wants his money. It is asked for twice: typed once, then shown in full and
/// confirmed.
@Dependent
public class RefundDesk {
    private final ShowRefunds show;
    private final AddressRefund address;
    private final Spelling spelling;
    private final CheckoutDesk desk;
    private final InstantSource clock;

    @Inject
    public RefundDesk(
            ShowRefunds show, AddressRefund address, Spelling spelling, CheckoutDesk desk, InstantSource clock) {
        this.show = show;
        this.address = address;
        this.spelling = spelling;
        this.desk = desk;
        this.clock = clock;
    }

    /// What a shopper sent.
    ///
    /// @param refund the refund's id
    /// @param isConfirmed whether it was shown to him in full before
    record Said(String refund, String address, boolean isConfirmed) {}

    /// The page as it stands.
    RefundPage page(PaymentJson.Snapshot payment) {
        return page(payment, Ask.NOTHING);
    }

    /// Takes what was sent.
    ///
    /// @return what is still to be asked; empty when the address was taken
    Optional<RefundPage> say(PaymentJson.Snapshot payment, Said said) {
        var id = new RefundId(said.refund());
        var refund = find(payment.payment().id(), said.refund()).orElseThrow().refund();
        try {
            var read = spelling.read(refund.amount().asset().chain(), said.address());
            if (!said.isConfirmed()) {
                return Optional.of(page(payment, new Ask(said.refund(), read.text(), "")));
            }
            take(id, refund, read);
            return Optional.empty();
        } catch (IllegalArgumentException mistyped) {
            return Optional.of(wrong(payment, said, mistyped));
        } catch (Refusal refusal) {
            return Optional.of(wrong(payment, said, refusal));
        }
    }

    /// One refund of a payment.
    Optional<RefundJson.Snapshot> find(PaymentId payment, String refund) {
        return RefundId.isOne(refund) ? show.byId(payment, new RefundId(refund)) : Optional.empty();
    }

    /// The code that asks imToken to pay a refund; empty while it is not to be paid.
    static Optional<QrCode> code(RefundJson.Snapshot snapshot) {
        var refund = snapshot.refund();
        return refund.destination()
                .filter(to -> refund.state().isPayable())
                .map(to -> QrCode.of(PaymentUri.forImToken(to.address(), refund.amount())));
    }

    private void take(RefundId id, Refund refund, Address read) throws Refusal {
        if (refund.state().isPayable() && !RefundPage.isChangeable(refund)) {
            throw new Refusal(Refusal.Reason.REFUND_ADDRESS_FROM_SHOP);
        }
        address.to(id, new Destination(read, Destination.Source.SHOPPER, "shopper", clock.instant()));
    }

    private RefundPage wrong(PaymentJson.Snapshot payment, Said said, Exception why) {
        // Never shown again: it may be a private key.
        return page(payment, new Ask(said.refund(), "", String.valueOf(why.getMessage())));
    }

    private RefundPage page(PaymentJson.Snapshot payment, Ask ask) {
        var page = desk.page(payment);
        var lines = show.of(payment.payment().id()).stream()
                .map(RefundPage.Line::new)
                .toList();
        return new RefundPage(page, lines, page.url() + "/refund", ask);
    }
}
