package imtokenpay.simulation;

import static imtokenpay.payment.PaymentStatus.CONFIRMING;
import static imtokenpay.payment.PaymentStatus.EXPIRED;
import static imtokenpay.payment.PaymentStatus.SETTLED;
import static imtokenpay.payment.PaymentStatus.UNDERPAID;
import static imtokenpay.payment.PaymentStatus.UNRESOLVED;
import static imtokenpay.simulation.World.COIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.money.Amount;
import imtokenpay.payment.PaymentId;
import imtokenpay.simulation.SimulatedChain.Movement;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Payments with an address of their own: whatever comes there in their time is theirs, and nothing else.
class OwnAddressTest {
    private static final Address OWN = new Address("pooled");
    private static final Duration LEASE = Duration.ofDays(30).plusMinutes(5);

    private final Stage stage = new Stage();

    OwnAddressTest() {
        stage.store.mode(new ReceivingMode.Pool(List.of(OWN)));
    }

    @Test
    void the_amount_has_no_tail_and_parts_add_up() {
        var id = stage.asks("1.00");
        assertEquals(coins(1_000_000), stage.payment(id).terms().due());
        assertEquals(OWN, stage.payment(id).receiver());
        comes(400_000);
        stage.mines(1).reads().is(id, UNDERPAID);
        comes(600_000);
        stage.mines(1).reads().is(id, CONFIRMING).mines(4).reads().is(id, SETTLED);
        assertEquals(List.of("underpaid", "confirming", "settled"), stage.events(id));
    }

    @Test
    void too_much_settles_and_its_surplus_is_told() {
        var id = stage.asks("1.00");
        comes(1_700_000);
        stage.mines(5).reads().is(id, SETTLED);
        assertEquals(List.of("settled", "overpaid"), stage.events(id));
    }

    @Test
    void a_used_up_pool_leads_to_the_shared_address() {
        var first = stage.asks("1.00");
        var second = stage.asks("1.00");
        assertEquals(World.RECEIVER, stage.payment(second).receiver());
        stage.pays(second).mines(5).reads().is(second, SETTLED);
        assertEquals(List.of(), stage.events(first));
    }

    @Test
    void late_money_is_its_own_payments_while_the_lease_lives() {
        var id = expired();
        stage.waits(Duration.ofDays(20));
        comes(1_000_000);
        stage.mines(1).reads().is(id, UNRESOLVED);
        assertEquals(OWN, stage.payment(id).receiver());
    }

    @Test
    void money_made_before_the_next_lease_began_is_never_the_next_holders() {
        var old = expired();
        stage.waits(LEASE.plus(Duration.ofMinutes(6))).mines(1).reads();
        comes(1_000_000);
        stage.mines(1).waits(Duration.ofMinutes(6));
        var next = stage.asks("1.00");
        assertEquals(OWN, stage.payment(next).receiver());
        stage.mines(1).reads();
        assertTrue(stage.events(next).isEmpty(), () -> stage.events(next).toString());
        stage.is(old, EXPIRED);
        assertEquals(List.of(Optional.empty()), credited());
        comes(1_000_000);
        stage.mines(5).reads().is(next, SETTLED).is(old, EXPIRED);
        assertEquals(List.of(Optional.empty(), Optional.of(next)), credited());
    }

    // Money made at the very end of the old lease is not within what clocks may differ of the next one's beginning.
    @Test
    void an_address_rests_between_two_leases_for_as_long_as_clocks_may_differ() {
        stage.asks("1.00");
        var opened = stage.clock.instant();
        stage.waits(LEASE.minus(Duration.ofMinutes(1))).mines(1).reads();
        assertNotEquals(OWN, stage.payment(stage.asks("1.00")).receiver());
        stage.waits(Duration.ofMinutes(3)).mines(1).reads();
        assertNotEquals(OWN, stage.payment(stage.asks("1.00")).receiver());
        stage.waits(Duration.ofMinutes(5)).mines(1);
        assertNotEquals(OWN, stage.payment(stage.asks("1.00")).receiver(), "nobody knows yet what came meanwhile");
        stage.reads();
        assertEquals(OWN, stage.payment(stage.asks("1.00")).receiver());
        assertTrue(stage.clock.instant().isAfter(opened.plus(LEASE)));
    }

    @Test
    void an_address_that_is_shown_between_two_looks_is_watched_from_then_on() {
        stage.reads();
        var ids = new ArrayList<PaymentId>();
        for (var i = 0; i < 3; i++) {
            ids.add(stage.asks("1.00"));
            stage.mines(1).reads();
        }
        ids.forEach(stage::pays);
        stage.mines(5).reads();
        ids.forEach(id -> stage.is(id, SETTLED));
    }

    private PaymentId expired() {
        var id = stage.asks("1.00");
        stage.waits(Duration.ofMinutes(6)).mines(1).reads().is(id, EXPIRED);
        return id;
    }

    private List<Optional<PaymentId>> credited() {
        return stage.store.committed().transfers().values().stream()
                .map(entry -> entry.paymentId())
                .toList();
    }

    private void comes(long units) {
        stage.chain.send(new Movement(OWN, coins(units)));
    }

    private static Amount coins(long units) {
        return new Amount(BigInteger.valueOf(units), COIN);
    }
}
