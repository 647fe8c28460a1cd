package imtokenpay.simulation;

import static imtokenpay.payment.PaymentStatus.AWAITING;
import static imtokenpay.payment.PaymentStatus.CONFIRMING;
import static imtokenpay.payment.PaymentStatus.EXPIRED;
import static imtokenpay.payment.PaymentStatus.SETTLED;
import static imtokenpay.payment.PaymentStatus.UNRESOLVED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.money.Amount;
import imtokenpay.simulation.SimulatedChain.Movement;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Money that does not come as it was asked for.
abstract class MoneyFaults {
    private static final int N = World.CONFIRMATIONS;
    private final Stage stage;

    MoneyFaults(Habits habits) {
        stage = new Stage(habits);
    }

    @Test
    void f06_a_payment_mined_before_the_deadline_and_seen_after_it_is_in_time() {
        var id = stage.asks("1.00");
        stage.reads()
                .waits(Duration.ofSeconds(280))
                .pays(id)
                .mines(1)
                .waits(Duration.ofSeconds(60))
                .mines(1);
        stage.reads().is(id, CONFIRMING).mines(N).reads().is(id, SETTLED);
    }

    @Test
    void f07_money_that_is_half_an_hour_late_is_seen_told_and_left_to_a_person() {
        var id = stage.asks("1.00");
        stage.chainGoesOn(Duration.ofMinutes(10)).reads().is(id, EXPIRED);
        stage.chainGoesOn(Duration.ofMinutes(25)).pays(id).mines(N + 1).reads().is(id, UNRESOLVED);
        assertEquals(List.of("expired", "unresolved"), stage.events(id));
    }

    @Test
    void f08_money_that_is_short_by_a_fee_waits_in_the_inbox_and_pays_no_order() {
        var id = stage.asks("1.00");
        var due = stage.payment(id).terms().due();
        var tooLittle = new Amount(due.units().subtract(BigInteger.valueOf(100_000)), stage.coin());
        stage.chain.send(new Movement(World.RECEIVER, tooLittle));
        stage.mines(N + 1).reads().is(id, AWAITING);
        assertEquals(1, unmatched());
    }

    @Test
    void f09_a_payment_made_twice_settles_once_and_its_surplus_is_told_once() {
        var id = stage.asks("1.00");
        stage.pays(id).pays(id).mines(N + 1).reads().mines(3).reads().delivers().is(id, SETTLED);
        assertEquals(List.of("settled", "overpaid"), stage.events(id));
        assertEquals(1, stage.shop.orders().get(id.text()).paid());
    }

    @Test
    void f18_without_a_rate_there_is_no_payment_and_never_a_made_up_price() {
        assertThrows(java.util.NoSuchElementException.class, () -> stage.asks("1.00", "CHF"));
        assertEquals(0, stage.store.committed().payments().size());
    }

    private long unmatched() {
        return stage.store.committed().transfers().values().stream()
                .filter(entry -> entry.paymentId().isEmpty())
                .count();
    }
}
