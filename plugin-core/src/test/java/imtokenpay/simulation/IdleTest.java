package imtokenpay.simulation;

import static imtokenpay.payment.PaymentStatus.EXPIRED;
import static imtokenpay.payment.PaymentStatus.SETTLED;
import static imtokenpay.payment.PaymentStatus.UNRESOLVED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// How often a node is asked: never while nothing can be paid, once an hour while only late money could come.
class IdleTest {
    private static final int N = World.CONFIRMATIONS;
    private final Stage stage = new Stage();

    @Test
    void nothing_is_asked_while_nothing_can_be_paid() {
        var before = stage.node.calls();
        looksFor(Duration.ofHours(5));
        assertEquals(before, stage.node.calls());
    }

    @Test
    void a_payment_after_idle_hours_is_found_although_they_are_not_read() {
        looksFor(Duration.ofHours(30));
        var id = stage.asks("1.00");
        stage.pays(id).mines(N + 1).reads().is(id, SETTLED);
        var tail = stage.store.committed().tails().get(World.CHAIN).blocks();
        assertTrue(tail.getFirst().height() > 8_000, () -> "read from block " + tail.getFirst());
    }

    @Test
    void a_reorg_right_after_idle_hours_does_not_stop_the_reading() {
        looksFor(Duration.ofHours(30));
        var id = stage.asks("1.00");
        stage.reads().pays(id).mines(1).reads().reorgs(8, SimulatedChain.Fate.WAITS_AGAIN);
        stage.mines(N + 1).reads().is(id, SETTLED);
    }

    @Test
    void only_late_money_is_looked_for_once_an_hour() {
        var id = stage.asks("1.00");
        stage.chainGoesOn(Duration.ofMinutes(10)).reads().is(id, EXPIRED);
        looksFor(Duration.ofHours(2));
        var readings = looksFor(Duration.ofHours(20));
        assertTrue(readings >= 19 && readings <= 20, () -> "readings in twenty hours: " + readings);
        stage.pays(id);
        looksFor(Duration.ofHours(2));
        stage.is(id, UNRESOLVED);
    }

    // Looks every two minutes; tells how many of the looks asked the node anything.
    private int looksFor(Duration time) {
        var readings = 0;
        for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(Duration.ofMinutes(2))) {
            var before = stage.node.calls();
            stage.mines(10).reads();
            readings += stage.node.calls() > before ? 1 : 0;
        }
        return readings;
    }
}
