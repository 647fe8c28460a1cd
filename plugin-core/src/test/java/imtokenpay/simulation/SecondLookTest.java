package imtokenpay.simulation;

import static imtokenpay.payment.PaymentStatus.AWAITING;
import static imtokenpay.payment.PaymentStatus.SETTLED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A node that showed a block, but not yet what is in it, is asked again when the block is old.
class SecondLookTest {
    private static final int N = World.CONFIRMATIONS;
    private final Stage stage = new Stage();

    @Test
    void money_that_the_first_look_missed_is_found_by_the_second() {
        var id = paidUnseen();
        stage.asks("2.00");
        minutes(4);
        stage.is(id, SETTLED);
        assertEquals("settled", stage.events(id).getLast());
    }

    @Test
    void what_is_known_already_is_not_entered_again() {
        var id = stage.asks("1.00");
        stage.pays(id).mines(N + 1).reads().is(id, SETTLED);
        minutes(30);
        stage.is(id, SETTLED);
        assertEquals(java.util.List.of("settled"), stage.events(id));
        assertEquals(1, stage.store.committed().transfers().size());
    }

    private imtokenpay.payment.PaymentId paidUnseen() {
        var id = stage.asks("1.00");
        stage.reads().pays(id);
        stage.node.hidesTransfers(true);
        stage.mines(1).reads().is(id, AWAITING);
        stage.node.hidesTransfers(false);
        return id;
    }

    private void minutes(int count) {
        for (var i = 0; i < count; i++) {
            stage.chainGoesOn(Duration.ofMinutes(1)).reads();
        }
    }
}
