package imtokenpay.simulation;

import static imtokenpay.payment.PaymentStatus.SETTLED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.simulation.Faults.Kind;
import imtokenpay.webhook.Attempt;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// What breaks between us and the shop.
abstract class TellingFaults {
    private static final int N = World.CONFIRMATIONS;
    private final Stage stage;

    TellingFaults(Habits habits) {
        stage = new Stage(habits);
    }

    @Test
    void f13_a_process_that_dies_between_commit_and_webhook_loses_no_event_and_doubles_none() {
        var id = stage.asks("1.00");
        stage.pays(id).mines(N).reads().is(id, SETTLED);
        stage.restarts();
        assertFalse(isAllDelivered(), "the process died before it told anybody");
        stage.faults.breaks(Kind.CRASH_AFTER_SEND);
        stage.delivers();
        assertFalse(isAllDelivered(), "and the next one before it noted that it had");
        stage.restarts().waits(Duration.ofMinutes(1)).delivers();
        assertEquals(1, stage.shop.orders().get(id.text()).paid());
        assertTrue(isAllDelivered());
    }

    @Test
    void f14_a_shop_that_answers_errors_for_hours_is_told_once_it_is_back() {
        var id = stage.asks("1.00");
        stage.pays(id).mines(N).reads();
        stage.faults.breaks(Kind.SHOP_DOWN);
        for (var i = 0; i < 4; i++) {
            stage.delivers().waits(Duration.ofMinutes(40));
        }
        assertFalse(isAllDelivered());
        stage.faults.mends(Kind.SHOP_DOWN);
        stage.waits(Duration.ofHours(3)).delivers();
        assertEquals("settled", stage.shop.orders().get(id.text()).status());
        assertTrue(isAllDelivered());
    }

    @Test
    void f15_a_shop_that_forbids_a_call_once_is_called_again() {
        var id = stage.asks("1.00");
        stage.pays(id).mines(N).reads();
        var isForbidden = new AtomicBoolean(true);
        stage.toldThrough((endpoint, event, at) -> isForbidden.getAndSet(false)
                ? new Attempt(at, new Attempt.Outcome.Answered(403))
                : stage.shop.post(endpoint, event, at));
        stage.delivers();
        assertFalse(isAllDelivered());
        stage.waits(Duration.ofMinutes(1)).delivers();
        assertEquals("settled", stage.shop.orders().get(id.text()).status());
        assertTrue(isAllDelivered());
    }

    private boolean isAllDelivered() {
        return stage.store.committed().events().values().stream()
                .allMatch(row -> row.state().equals("delivered"));
    }
}
