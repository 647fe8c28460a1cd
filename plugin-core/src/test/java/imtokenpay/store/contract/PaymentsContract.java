package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.CHAIN;
import static imtokenpay.store.contract.Samples.ELSEWHERE;
import static imtokenpay.store.contract.Samples.ETH;
import static imtokenpay.store.contract.Samples.MOST;
import static imtokenpay.store.contract.Samples.NOW;
import static imtokenpay.store.contract.Samples.block;
import static imtokenpay.store.contract.Samples.payment;
import static imtokenpay.store.contract.Samples.standing;
import static imtokenpay.store.contract.Samples.transfer;
import static imtokenpay.store.contract.Samples.usdt;
import static imtokenpay.store.contract.Samples.waitingForTheChain;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.ChainView;
import imtokenpay.chain.Finality;
import imtokenpay.chain.Inclusion;
import imtokenpay.money.Amount;
import imtokenpay.money.ChainId;
import imtokenpay.payment.Decision;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What payments promise, wherever they are kept.
public abstract class PaymentsContract extends StoreContract {
    @Test
    void a_payment_comes_back_as_it_was() {
        var most = new Amount(MOST, ETH);
        for (var decision : List.of(
                new Decision.None(),
                new Decision.Cancelled(NOW.plusMillis(1)),
                new Decision.Accepted(NOW.plusMillis(999)),
                new Decision.Closed(NOW.plusMillis(2), most))) {
            var payment = payment("order", most, decision);
            commit(() -> shelf().payments().add(payment));
            assertEquals(Optional.of(payment), ask(() -> shelf().payments().byId(payment.id())));
            assertEquals(Optional.of(payment), ask(() -> shelf().payments().locked(payment.id())));
        }
    }

    @Test
    void the_newest_events_of_many_payments_are_known_at_once() {
        var one = payment("one");
        var two = payment("two").withOneMoreEvent();
        commit(() -> {
            shelf().payments().add(one);
            shelf().payments().add(two);
        });
        var missing = payment("missing").id();
        assertEquals(
                Map.of(one.id(), 0L, two.id(), 1L),
                ask(() -> shelf().payments().sequences(List.of(one.id(), missing, two.id()))));
        assertEquals(Map.of(), ask(() -> shelf().payments().sequences(List.of())));
    }

    @Test
    void a_payment_can_be_read_in_the_transaction_that_made_it() {
        var payment = payment("order");
        commit(() -> {
            shelf().payments().add(payment);
            assertEquals(Optional.of(payment), shelf().payments().byId(payment.id()));
        });
    }

    @Test
    void a_payment_that_was_never_made_is_not_there() {
        var id = PaymentId.random(ThreadLocalRandom.current());
        assertEquals(Optional.empty(), ask(() -> shelf().payments().byId(id)));
        assertEquals(Optional.empty(), ask(() -> shelf().payments().locked(id)));
    }

    @Test
    void a_payment_is_made_once() {
        var payment = payment("order");
        commit(() -> shelf().payments().add(payment));
        assertThrows(
                RuntimeException.class,
                () -> commit(() -> shelf().payments().add(payment.movedTo(PaymentStatus.SETTLED))));
        assertEquals(Optional.of(payment), ask(() -> shelf().payments().byId(payment.id())));
    }

    @Test
    void a_payment_takes_every_standing_and_every_decision() {
        var payment = payment("order");
        commit(() -> shelf().payments().add(payment));
        for (var status : PaymentStatus.values()) {
            replaced(payment.movedTo(status)
                    .withSurplus(new Amount(MOST, payment.terms().due().asset())));
        }
        replaced(payment.under(payment.terms().accepting(usdt(1), NOW)));
        replaced(payment.under(payment.terms().decided(new Decision.Closed(NOW, usdt(7)))));
        replaced(payment);
    }

    private void replaced(Payment after) {
        commit(() -> {
            shelf().payments().locked(after.id()).orElseThrow();
            shelf().payments().replace(after);
            assertEquals(Optional.of(after), shelf().payments().byId(after.id()));
        });
        assertEquals(Optional.of(after), ask(() -> shelf().payments().byId(after.id())));
    }

    @Test
    void what_is_rolled_back_never_was() {
        var payment = payment("order");
        var other = payment("other");
        commit(() -> shelf().payments().add(payment));
        rollBack(() -> {
            shelf().payments().add(other);
            shelf().payments().locked(payment.id()).orElseThrow();
            shelf().payments().replace(payment.movedTo(PaymentStatus.CANCELLED));
        });
        assertEquals(Optional.of(payment), ask(() -> shelf().payments().byId(payment.id())));
        assertEquals(Optional.empty(), ask(() -> shelf().payments().byId(other.id())));
    }

    @Test
    void what_waits_for_confirmations_is_stirred_by_every_view() {
        var stirred = Arrays.stream(PaymentStatus.values())
                .map(status -> standing(payment(status.word()), status))
                .peek(payment -> commit(() -> shelf().payments().add(payment)))
                .filter(payment -> Set.of(PaymentStatus.CONFIRMING, PaymentStatus.UNDERPAID, PaymentStatus.REVERSED)
                        .contains(payment.status()))
                .map(payment -> payment.id().text())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(stirred, stirredBy(new ChainView(CHAIN, 100, NOW)));
    }

    @Test
    void a_payment_is_stirred_once_its_deadline_has_passed_and_not_before() {
        var payment = payment("order");
        commit(() -> shelf().payments().add(payment));
        var deadline = payment.terms().deadline();
        assertEquals(Set.of(), stirredBy(new ChainView(CHAIN, 100, deadline.minusMillis(1))));
        assertEquals(Set.of(), stirredBy(new ChainView(CHAIN, 100, deadline)));
        assertEquals(Set.of(payment.id().text()), stirredBy(new ChainView(CHAIN, 100, deadline.plusMillis(1))));
    }

    @Test
    void money_is_expected_while_a_payment_is_open_and_a_while_beyond_its_deadline() {
        Arrays.stream(PaymentStatus.values()).forEach(this::expectsMoney);
    }

    private void expectsMoney(PaymentStatus status) {
        var open = Set.of(
                PaymentStatus.AWAITING, PaymentStatus.UNDERPAID, PaymentStatus.CONFIRMING, PaymentStatus.REVERSED);
        var payment = standing(payment(status.word()), status);
        commit(() -> shelf().payments().add(payment));
        var deadline = payment.terms().deadline();
        assertEquals(open.contains(status), isExpected(CHAIN, deadline.plusMillis(1)));
        assertTrue(isExpected(CHAIN, deadline));
        assertFalse(isExpected(ELSEWHERE, deadline));
        commit(() -> shelf().payments().replace(standing(payment, PaymentStatus.CLOSED)));
    }

    private boolean isExpected(ChainId chain, Instant since) {
        return ask(() -> shelf().payments().areExpected(chain, since));
    }

    @Test
    void the_chains_word_is_needed_while_money_that_waits_for_it_lies_above_what_it_called_final() {
        var payment = standing(waitingForTheChain(payment("large")), PaymentStatus.CONFIRMING);
        commit(() -> shelf().payments().add(standing(payment("small"), PaymentStatus.CONFIRMING)));
        assertFalse(needsFinal(CHAIN, ChainView.NONE), "nobody waits for it");
        commit(() -> shelf().payments().add(payment));
        assertTrue(needsFinal(CHAIN, ChainView.NONE));
        assertFalse(needsFinal(ELSEWHERE, ChainView.NONE));
        assertEquals(
                new Finality.Finalized(3),
                ask(() -> shelf().payments()
                        .byId(payment.id())
                        .orElseThrow()
                        .terms()
                        .finality()));
        var money = transfer("0x1", 0, payment.terms().due(), block(100, "a"));
        commit(() -> shelf().ledger().enter(new Ledger.Entry(money, Optional.of(payment.id()))));
        assertTrue(needsFinal(CHAIN, 99));
        assertFalse(needsFinal(CHAIN, 100));
        commit(() -> shelf().ledger().stands(money.id(), new Inclusion.Gone()));
        assertFalse(needsFinal(CHAIN, 99), "it has left the chain");
        commit(() -> shelf().payments().replace(standing(payment, PaymentStatus.SETTLED)));
        assertFalse(needsFinal(CHAIN, ChainView.NONE), "it is settled");
    }

    private boolean needsFinal(ChainId chain, long finalHeight) {
        return ask(() -> shelf().payments().needFinal(chain, finalHeight));
    }

    @Test
    void one_chain_does_not_stir_the_payments_of_another() {
        var payment = standing(payment("order"), PaymentStatus.CONFIRMING);
        commit(() -> shelf().payments().add(payment));
        assertEquals(Set.of(), stirredBy(new ChainView(ELSEWHERE, 100, NOW.plusSeconds(1_000_000))));
    }

    private Set<String> stirredBy(ChainView view) {
        return ask(() -> shelf().payments().stirredBy(view)).stream()
                .map(PaymentId::text)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
