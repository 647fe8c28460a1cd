package imtokenpay.adapter.evm.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.evm.rpc.Refusals;
import java.util.List;
import org.junit.jupiter.api.Test;

class RangeLengthTest {
    private final RangeLength length = new RangeLength(500, 10_000);

    @Test
    void it_grows_fast_until_a_limit_is_met() {
        length.answered(500, 10);
        assertEquals(2_000, length.blocks());
        length.answered(2_000, 10);
        assertEquals(8_000, length.blocks());
        length.answered(8_000, 10);
        assertEquals(10_000, length.blocks());
    }

    @Test
    void a_refusal_halves_it_but_not_below_what_worked() {
        length.answered(500, 10);
        length.refused(2_000, Refusals.unnamed());
        assertEquals(1_000, length.blocks());
        length.refused(1_000, Refusals.unnamed());
        assertEquals(500, length.blocks());
        assertTrue(length.isProven());
    }

    @Test
    void what_worked_once_and_fails_now_is_forgotten() {
        length.answered(500, 10);
        length.refused(2_000, Refusals.unnamed());
        length.refused(1_000, Refusals.unnamed());
        length.refused(500, Refusals.unnamed());
        assertEquals(250, length.blocks());
    }

    @Test
    void what_the_node_names_is_taken_and_kept_for_long() {
        length.refused(500, Refusals.naming(100));
        for (var i = 0; i < 39; i++) {
            length.answered(100, 10);
            assertEquals(100, length.blocks());
        }
        length.answered(100, 10);
        assertEquals(150, length.blocks());
    }

    @Test
    void it_never_falls_to_nothing() {
        for (var i = 0; i < 20; i++) {
            length.refused(length.blocks(), Refusals.unnamed());
        }
        assertEquals(1, length.blocks());
    }

    @Test
    void answers_stay_well_below_what_one_may_have() {
        length.answered(500, 20_000_000);
        assertEquals(140, length.blocks());
        length.answered(140, 5_600_000);
        assertEquals(140, length.blocks());
        length.answered(140, 1_400_000);
        assertEquals(560, length.blocks());
    }

    @Test
    void a_range_is_cut_without_gap_or_overlap() {
        assertEquals(List.of(new Range(5, 7), new Range(8, 10), new Range(11, 11)), new Range(5, 11).parts(3));
        assertThrows(IllegalArgumentException.class, () -> new Range(5, 4));
    }
}
