package imtokenpay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.watch.Heads;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// When anybody is to tell of new blocks: only while somebody may pay.
class OpenHeadsTest {
    private final Stage stage = new Stage();
    private final Switch heads = new Switch();

    @Test
    void nobody_is_to_tell_while_nothing_can_be_paid() {
        for (var look = 0; look < 100; look++) {
            stage.mines(1);
            looks();
        }
        assertEquals(0, heads.opened);
    }

    @Test
    void from_the_first_look_for_an_open_payment_blocks_are_to_be_told() {
        looks();
        stage.asks("1.00");
        looks();
        assertTrue(heads.isOpen);
    }

    @Test
    void a_node_that_is_down_keeps_nobody_from_telling() {
        stage.asks("1.00");
        looks();
        stage.faults.breaks(Faults.Kind.NODE_UNAVAILABLE);
        looks();
        assertTrue(heads.isOpen);
    }

    @Test
    void the_hourly_look_for_late_money_needs_nobody_to_tell() {
        stage.asks("1.00");
        looks();
        stage.chainGoesOn(Duration.ofHours(3));
        looks();
        looks();
        assertFalse(heads.isOpen);
        var before = heads.opened;
        for (var hour = 0; hour < 10; hour++) {
            stage.chainGoesOn(Duration.ofHours(1));
            looks();
        }
        assertEquals(before, heads.opened);
    }

    private void looks() {
        stage.looks(heads);
    }

    private static final class Switch implements Heads {
        private boolean isOpen;
        private int opened;

        @Override
        public void listen(Runnable wake) {}

        @Override
        public void open() {
            opened += isOpen ? 0 : 1;
            isOpen = true;
        }

        @Override
        public void pause() {
            isOpen = false;
        }

        @Override
        public OptionalLong told() {
            return OptionalLong.empty();
        }

        @Override
        public void close() {}
    }
}
