package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.CHAIN;
import static imtokenpay.store.contract.Samples.ELSEWHERE;
import static imtokenpay.store.contract.Samples.block;
import static imtokenpay.store.contract.Samples.reading;
import static imtokenpay.store.contract.Samples.viewAt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.watch.ChainCursors.StaleWriter;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.WatchLease.Lease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What cursors promise, wherever they are kept.
public abstract class ChainCursorsContract extends StoreContract {
    private static final BlockRef BEGIN = block(100, "a");

    @Test
    void before_the_first_reading_nothing_is_known() {
        assertEquals(Optional.empty(), ask(() -> shelf().cursors().tail(CHAIN)));
        assertEquals(Optional.empty(), ask(() -> shelf().cursors().view(CHAIN)));
        lease("node");
        assertEquals(Optional.empty(), ask(() -> shelf().cursors().tail(CHAIN)));
        assertEquals(Optional.empty(), ask(() -> shelf().cursors().view(CHAIN)));
    }

    @Test
    void a_cursor_begins_at_a_block_and_only_once() {
        var lease = begun();
        assertEquals(
                Optional.of(new ChainTail(List.of(BEGIN))),
                ask(() -> shelf().cursors().tail(CHAIN)));
        assertEquals(Optional.of(viewAt(BEGIN)), ask(() -> shelf().cursors().view(CHAIN)));
        assertEquals(Optional.empty(), ask(() -> shelf().cursors().tail(ELSEWHERE)));
        var other = block(200, "b");
        assertThrows(StaleWriter.class, () -> commit(() -> shelf().cursors().begin(lease, other, viewAt(other))));
        assertEquals(Optional.of(viewAt(BEGIN)), ask(() -> shelf().cursors().view(CHAIN)));
    }

    @Test
    void a_cursor_moves_on_by_a_reading() {
        var lease = begun();
        advance(lease, reading(BEGIN, List.of(block(101, "a"), block(102, "a"))));
        assertEquals(List.of(BEGIN, block(101, "a"), block(102, "a")), tail().blocks());
        assertEquals(
                Optional.of(viewAt(block(102, "a"))),
                ask(() -> shelf().cursors().view(CHAIN)));
    }

    @Test
    void time_moves_on_without_a_block() {
        var lease = begun();
        var later = new ChainView(CHAIN, 100, BEGIN.time().plusMillis(1_234));
        advance(lease, new Reading(BEGIN, List.of(), List.of(), later, true));
        assertEquals(List.of(BEGIN), tail().blocks());
        assertEquals(Optional.of(later), ask(() -> shelf().cursors().view(CHAIN)));
    }

    @Test
    void what_the_chain_called_final_is_kept() {
        var lease = begun();
        var heard = new ChainView(CHAIN, 100, BEGIN.time(), 90);
        advance(lease, new Reading(BEGIN, List.of(), List.of(), heard, true));
        assertEquals(Optional.of(heard), ask(() -> shelf().cursors().view(CHAIN)));
    }

    @Test
    void a_block_is_replaced_by_another_of_its_own_height() {
        var lease = begun();
        advance(lease, reading(BEGIN, List.of(block(101, "a"), block(102, "a"))));
        advance(lease, reading(BEGIN, List.of(block(101, "b", "a"), block(102, "b"))));
        assertEquals(List.of(BEGIN, block(101, "b", "a"), block(102, "b")), tail().blocks());
        advance(lease, reading(BEGIN, List.of(block(101, "c", "a"))));
        assertEquals(List.of(BEGIN, block(101, "c", "a")), tail().blocks());
        assertEquals(
                Optional.of(viewAt(block(101, "c", "a"))),
                ask(() -> shelf().cursors().view(CHAIN)));
    }

    @Test
    void a_tail_is_read_and_replaced_in_one_transaction() {
        var lease = begun();
        advance(lease, reading(BEGIN, List.of(block(101, "a"))));
        commit(() -> {
            var known = shelf().cursors().tail(CHAIN).orElseThrow();
            shelf().cursors().advance(lease, known, reading(BEGIN, List.of(block(101, "b", "a"))));
            assertEquals(
                    List.of(BEGIN, block(101, "b", "a")),
                    shelf().cursors().tail(CHAIN).orElseThrow().blocks());
        });
        assertEquals(List.of(BEGIN, block(101, "b", "a")), tail().blocks());
    }

    @Test
    void a_block_is_written_and_replaced_in_one_transaction() {
        var lease = lease("node");
        commit(() -> {
            shelf().cursors().begin(lease, BEGIN, viewAt(BEGIN));
            var known = new ChainTail(List.of(BEGIN));
            var first = reading(BEGIN, List.of(block(101, "a")));
            shelf().cursors().advance(lease, known, first);
            var left = new ChainTail(List.of(BEGIN, block(101, "a")));
            shelf().cursors().advance(lease, left, reading(BEGIN, List.of(block(101, "b", "a"))));
        });
        assertEquals(List.of(BEGIN, block(101, "b", "a")), tail().blocks());
    }

    @Test
    void a_stale_tail_is_refused() {
        var lease = begun();
        var stale = tail();
        advance(lease, reading(BEGIN, List.of(block(101, "a"))));
        refused(lease, stale, reading(BEGIN, List.of(block(101, "b", "a"))));
        var left = tail();
        advance(lease, reading(BEGIN, List.of(block(101, "b", "a"))));
        refused(lease, left, reading(block(101, "a"), List.of(block(102, "a"))));
        assertEquals(List.of(BEGIN, block(101, "b", "a")), tail().blocks());
    }

    @Test
    void who_lost_the_lease_is_refused() {
        var old = begun();
        var young = lease("other");
        assertTrue(young.epoch() > old.epoch());
        refused(old, tail(), reading(BEGIN, List.of(block(101, "a"))));
        refused(new Lease(CHAIN, "other", old.epoch()), tail(), reading(BEGIN, List.of(block(101, "a"))));
        refused(new Lease(CHAIN, "node", young.epoch()), tail(), reading(BEGIN, List.of(block(101, "a"))));
        advance(young, reading(BEGIN, List.of(block(101, "a"))));
        assertEquals(List.of(BEGIN, block(101, "a")), tail().blocks());
    }

    @Test
    void who_never_had_a_lease_cannot_begin() {
        var none = new Lease(CHAIN, "node", 1);
        assertThrows(StaleWriter.class, () -> commit(() -> shelf().cursors().begin(none, BEGIN, viewAt(BEGIN))));
        assertEquals(Optional.empty(), ask(() -> shelf().cursors().view(CHAIN)));
    }

    @Test
    void a_lease_that_came_back_is_another_lease() {
        var first = begun();
        lease("other");
        var again = lease("node");
        refused(first, tail(), reading(BEGIN, List.of(block(101, "a"))));
        advance(again, reading(BEGIN, List.of(block(101, "a"))));
    }

    @Test
    void the_newest_256_blocks_are_kept() {
        var lease = begun();
        var all = new ArrayList<>(List.of(BEGIN));
        all.addAll(LongStream.rangeClosed(101, 400)
                .mapToObj(height -> block(height, "a"))
                .toList());
        advance(lease, reading(BEGIN, all.subList(1, 200)));
        advance(lease, reading(all.get(199), all.subList(200, 301)));
        assertEquals(all.subList(301 - 256, 301), tail().blocks());
    }

    @Test
    void a_reading_that_is_rolled_back_never_was() {
        var lease = begun();
        advance(lease, reading(BEGIN, List.of(block(101, "a"))));
        var known = tail();
        rollBack(() -> shelf().cursors()
                .advance(lease, known, reading(BEGIN, List.of(block(101, "b", "a"), block(102, "b")))));
        assertEquals(known, tail());
        assertEquals(
                Optional.of(viewAt(block(101, "a"))),
                ask(() -> shelf().cursors().view(CHAIN)));
    }

    @Test
    void a_cursor_skips_to_a_later_block_and_holds_nothing_before_it() {
        var lease = begun();
        advance(lease, reading(BEGIN, List.of(block(101, "a"))));
        var later = block(5_000, "a");
        var known = tail();
        commit(() -> shelf().cursors().skip(lease, known, later, viewAt(later)));
        assertEquals(List.of(later), tail().blocks());
        assertEquals(Optional.of(viewAt(later)), ask(() -> shelf().cursors().view(CHAIN)));
        assertEquals(5_000L, ask(() -> shelf().cursors().lookedAgain(CHAIN)));
        assertThrows(StaleWriter.class, () -> commit(() -> shelf().cursors().skip(lease, known, later, viewAt(later))));
    }

    @Test
    void blocks_may_be_left_out_of_a_tail() {
        var lease = begun();
        advance(lease, reading(BEGIN, List.of(block(150, "a"), block(151, "a"))));
        assertEquals(List.of(BEGIN, block(150, "a"), block(151, "a")), tail().blocks());
    }

    @Test
    void the_second_look_follows_the_first_and_a_reorg_takes_it_back() {
        var lease = begun();
        assertEquals(100L, ask(() -> shelf().cursors().lookedAgain(CHAIN)));
        advance(lease, reading(BEGIN, List.of(block(101, "a"), block(102, "a"))));
        assertEquals(100L, ask(() -> shelf().cursors().lookedAgain(CHAIN)));
        commit(() -> shelf().cursors().lookedAgain(lease, 100, 102));
        assertEquals(102L, ask(() -> shelf().cursors().lookedAgain(CHAIN)));
        assertThrows(StaleWriter.class, () -> commit(() -> shelf().cursors().lookedAgain(lease, 100, 101)));
        advance(lease, reading(block(101, "a"), List.of(block(102, "b", "a"))));
        assertEquals(101L, ask(() -> shelf().cursors().lookedAgain(CHAIN)));
        var other = lease("other");
        assertThrows(StaleWriter.class, () -> commit(() -> shelf().cursors().lookedAgain(lease, 101, 102)));
        commit(() -> shelf().cursors().lookedAgain(other, 101, 102));
    }

    private Lease begun() {
        var lease = lease("node");
        commit(() -> shelf().cursors().begin(lease, BEGIN, viewAt(BEGIN)));
        return lease;
    }

    // Of no length, so that the next owner need not wait for its end.
    private Lease lease(String owner) {
        return ask(() -> shelf().leases().acquire(CHAIN, owner, Duration.ZERO)).orElseThrow();
    }

    private ChainTail tail() {
        return ask(() -> shelf().cursors().tail(CHAIN)).orElseThrow();
    }

    private void advance(Lease lease, Reading reading) {
        var known = tail();
        commit(() -> shelf().cursors().advance(lease, known, reading));
    }

    private void refused(Lease lease, ChainTail known, Reading reading) {
        var before = tail();
        assertThrows(StaleWriter.class, () -> commit(() -> shelf().cursors().advance(lease, known, reading)));
        assertEquals(before, tail());
    }
}
