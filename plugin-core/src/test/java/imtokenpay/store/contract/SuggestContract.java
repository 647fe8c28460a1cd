package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.NOW;
import static imtokenpay.store.contract.Samples.block;
import static imtokenpay.store.contract.Samples.opened;
import static imtokenpay.store.contract.Samples.payment;
import static imtokenpay.store.contract.Samples.standing;
import static imtokenpay.store.contract.Samples.transfer;
import static imtokenpay.store.contract.Samples.usdt;
import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.chain.Address;
import imtokenpay.chain.Transfer;
import imtokenpay.flow.find.SuggestPayments;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.payment.Decision;
import imtokenpay.payment.Ledger.Entry;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is suggested for money that matches nothing, wherever it is kept.
public abstract class SuggestContract extends StoreContract {
    private static final Address ELSE = new Address("0xde709f2102306220921060314715629080e2fb77");
    // Ten blocks and two minutes after all payments were asked for.
    private static final Transfer CAME = transfer("0xa", 0, usdt(10_000_000), block(10, "a"));

    @Test
    void the_nearest_amounts_come_first_and_those_a_tenth_off_at_most() {
        enter(Optional.empty());
        var off = due("off by a tenth", 11_000_000);
        var near = due("near", 9_999_000);
        var same = due("same", 10_000_000);
        due("too much", 11_000_001);
        due("too little", 8_999_999);
        assertEquals(List.of(same, near, off), suggested());
    }

    @Test
    void no_more_than_five_are_suggested() {
        enter(Optional.empty());
        for (var i = 0; i < 7; i++) {
            due("order " + i, 10_000_000 + i);
        }
        assertEquals(
                List.of("order 0", "order 1", "order 2", "order 3", "order 4"),
                suggested().stream()
                        .map(payment -> payment.origin().request().orderRef())
                        .toList());
    }

    @Test
    void what_is_paid_or_elsewhere_or_of_another_time_is_not_suggested() {
        enter(Optional.empty());
        for (var status : List.of(PaymentStatus.CONFIRMING, PaymentStatus.SETTLED, PaymentStatus.REVERSED)) {
            kept(standing(of(status.word(), 10_000_000), status));
        }
        var away = of("elsewhere", 10_000_000);
        kept(new Payment(away.id(), away.origin(), ELSE, away.terms(), away.standing()));
        at("later", NOW.plus(Duration.ofHours(1)));
        at("long over", NOW.minus(Duration.ofDays(8)));
        assertEquals(List.of(), suggested());
        var over = at("over for less than a week", NOW.minus(Duration.ofDays(7)));
        assertEquals(List.of(over), suggested());
    }

    @ParameterizedTest
    @EnumSource(
            value = PaymentStatus.class,
            names = {"AWAITING", "UNDERPAID", "EXPIRED", "CANCELLED", "UNRESOLVED", "CLOSED"})
    void what_is_unpaid_is_suggested(PaymentStatus status) {
        enter(Optional.empty());
        var unpaid = kept(standing(of("order", 10_000_000), status));
        assertEquals(List.of(unpaid), suggested());
    }

    @Test
    void money_that_is_credited_or_unknown_is_suggested_nothing() {
        var same = due("same", 10_000_000);
        assertEquals(List.of(), suggested());
        enter(Optional.of(same));
        assertEquals(List.of(), suggested());
    }

    private List<Payment> suggested() {
        var show = new ShowPayment(shelf().payments(), shelf().ledger(), shelf().cursors(), shelf().assets());
        var suggest =
                new SuggestPayments(shelf().ledger(), shelf().money().lists().search(), show);
        return ask(() -> suggest.suggest(CAME.id())).stream()
                .map(snapshot -> snapshot.payment())
                .toList();
    }

    private void enter(Optional<Payment> credited) {
        commit(() -> shelf().ledger().enter(new Entry(CAME, credited.map(Payment::id))));
    }

    private Payment due(String order, long units) {
        return kept(of(order, units));
    }

    private Payment at(String order, Instant moment) {
        return kept(opened(of(order, 10_000_000), moment));
    }

    private static Payment of(String order, long units) {
        return payment(order, usdt(units), new Decision.None());
    }

    private Payment kept(Payment payment) {
        commit(() -> shelf().payments().add(payment));
        return payment;
    }
}
