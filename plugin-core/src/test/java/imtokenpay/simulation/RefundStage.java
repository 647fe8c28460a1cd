package imtokenpay.simulation;

import static imtokenpay.payment.PaymentStatus.SETTLED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.chain.Address;
import imtokenpay.flow.refund.RecordRefund.Cause;
import imtokenpay.flow.refund.RecordRefund.Share;
import imtokenpay.flow.refund.RecordRefund.Wanted;
import imtokenpay.money.Amount;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.Refusal;
import imtokenpay.payment.Refusal.Reason;
import imtokenpay.refund.Destination;
import imtokenpay.refund.Refund;
import imtokenpay.refund.RefundId;
import imtokenpay.refund.RefundState;
import imtokenpay.refund.Refunds.Call;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// A stage on which money goes back. Its shop takes payments of 1,000,000 units and more.
abstract class RefundStage {
    static final int N = World.CONFIRMATIONS;
    static final long PART = 300_000;
    final Stage stage = new Stage();
    private int keys;

    PaymentId paid() {
        var id = stage.asks("1.00");
        stage.pays(id).mines(N).reads().is(id, SETTLED);
        return id;
    }

    static Share part(long units) {
        return new Share.Part(new Amount(BigInteger.valueOf(units), World.COIN));
    }

    static Optional<Address> her() {
        return Optional.of(new Address("her"));
    }

    Refund recorded(PaymentId id, Share share, Optional<Address> address) throws Refusal {
        keys++;
        var wanted = new Wanted(share, new Cause("anna", "damaged"), address);
        return stage.refunds(steps -> steps.record().record(id, wanted, new Call("key" + keys, "hash")))
                .refund();
    }

    void gives(Refund refund, String address) throws Refusal {
        var to = new Destination(new Address(address), Destination.Source.SHOPPER, "shopper", stage.clock.instant());
        stage.refunds(steps -> steps.address().to(refund.id(), to));
    }

    void cancels(Refund refund) throws Refusal {
        stage.refunds(steps -> steps.cancel().cancel(refund.id(), "anna"));
    }

    Refund now(Refund refund) {
        return stage.store.committed().refunds().get(refund.id().text()).refund();
    }

    void is(Refund refund, RefundState state) {
        assertEquals(state, now(refund).state());
    }

    long beyond(Refund refund) throws Refusal {
        RefundId id = refund.id();
        return stage.refunds(
                steps -> steps.show().byId(refund.paymentId(), id).orElseThrow().beyond());
    }

    List<String> told(PaymentId id) {
        return stage.store.committed().events().values().stream()
                .filter(row -> row.event().paymentId().equals(id))
                .map(row -> row.event().type())
                .filter(type -> type.startsWith("refund."))
                .map(type -> type.substring("refund.".length()))
                .toList();
    }

    interface Step {
        void take() throws Refusal;
    }

    static Reason refused(Step step) {
        return assertThrows(Refusal.class, step::take).reason();
    }
}
