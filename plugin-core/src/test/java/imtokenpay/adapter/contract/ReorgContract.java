package imtokenpay.adapter.contract;

import static imtokenpay.chain.watch.ChainUnavailable.Reason.BEHIND;
import static imtokenpay.chain.watch.ChainUnavailable.Reason.WRONG_CHAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.watch.ChainTail;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every reader promises where blocks are replaced, whatever family it is of.
abstract class ReorgContract extends NodeTroubleContract {
    private static final int DEPTH_MAX = 8;
    // Deeper than a reading of whole blocks of Bitcoin takes.
    private static final int DEEP = 30;

    ReorgContract(Callable<FamilyChain> family) {
        super(family);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, DEPTH_MAX})
    void a_reorg_of_any_depth_is_told_from_the_fork_on(int depth) {
        paysAndKnows(DEPTH_MAX + 2);
        var fork = chain.head() - depth;
        ground.leaves(depth);
        ground.grows(depth - 1);
        ground.mines(ground.pay(20_000));
        var reading = shop.reads(reader, Long.MAX_VALUE);
        assertEquals(chain.block(fork), reading.fork());
        assertEquals(1, reading.transfers().size());
        assertTrue(reading.isComplete());
        knows();
        ground.reorgs(depth);
        knowsAll();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, DEPTH_MAX})
    void a_payment_that_a_reorg_moves_is_found_in_its_new_block(int depth) {
        var pay = ground.pay(10_000);
        ground.mines(pay);
        ground.grows(depth - 1);
        knowsAll();
        var id = shop.found().iterator().next().id();
        ground.leaves(depth);
        ground.mines();
        ground.mines(ground.pay(9_000), pay);
        ground.grows(depth);
        knowsAll();
        assertEquals(2, shop.found().size());
        assertTrue(shop.found().stream().anyMatch(found -> found.id().txHash().equals(id.txHash())));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, DEPTH_MAX})
    void a_payment_that_a_reorg_leaves_at_its_height_is_in_another_block(int depth) {
        var pay = ground.pay(10_000);
        ground.mines(pay);
        ground.grows(depth - 1);
        knowsAll();
        ground.leaves(depth);
        ground.mines(pay);
        ground.grows(depth - 1);
        knowsAll();
    }

    @Test
    void a_branch_and_the_way_back_end_where_they_began() {
        paysAndKnows(DEPTH_MAX + 2);
        for (var depth = 1; depth <= DEPTH_MAX; depth++) {
            var pay = ground.pay(30_000 + depth);
            ground.leaves(depth);
            ground.mines(pay);
            ground.grows(depth);
            knowsAll();
            ground.leaves(depth + 1);
            ground.grows(depth);
            ground.mines();
            ground.mines(pay);
            knowsAll();
        }
    }

    @Test
    void a_shorter_branch_teaches_nothing_until_it_is_as_long() {
        paysAndKnows(DEPTH_MAX + 2);
        var known = shop.tail();
        ground.leaves(4);
        ground.mines(ground.pay(20_000));
        assertEquals(BEHIND, trouble(() -> shop.follows(reader)));
        assertEquals(known, shop.tail());
        ground.grows(3);
        knowsAll();
    }

    @Test
    void after_a_reorg_as_much_is_read_at_once_as_it_left_behind() {
        paysAndKnows(DEEP);
        ground.leaves(DEEP);
        for (var i = 0; i < chain.farBehind(); i += 10) {
            ground.grows(9);
            ground.mines(ground.pay(20_000 + i));
        }
        knowsAll();
    }

    @Test
    void a_reorg_that_may_not_be_read_to_its_end_is_not_told_in_part() {
        paysAndKnows(DEPTH_MAX + 2);
        var known = shop.tail();
        ground.reorgs(5);
        trouble(() -> shop.reads(reader, known.last().height() - 1));
        assertEquals(known, shop.tail());
        var reading = shop.reads(reader, known.last().height());
        assertEquals(known.last().height(), reading.last().height());
        knowsAll();
    }

    @Test
    void a_reorg_below_all_that_is_known_is_for_a_person() {
        paysAndKnows(DEPTH_MAX + 2);
        var last = shop.tail().blocks();
        var known = new ChainTail(List.copyOf(last.subList(last.size() - 3, last.size())));
        ground.reorgs(3);
        assertEquals(WRONG_CHAIN, trouble(() -> reader.read(known, watch)));
    }

    @Test
    void a_reorg_into_a_gap_of_what_is_known_is_told_from_below_it() {
        paysAndKnows(DEPTH_MAX + 2);
        var blocks = shop.tail().blocks();
        var known = new ChainTail(List.of(blocks.get(2), blocks.getLast()));
        ground.reorgs(3);
        var reading = reader.read(known, watch);
        assertEquals(blocks.get(2), reading.fork());
        var sure = Ground.told(reading.transfers());
        assertTrue(ground.paid().containsAll(sure) && sure.size() == 5, sure::toString);
    }

    @Test
    void a_second_look_at_blocks_that_were_replaced_tells_what_is_there_now() {
        paysAndKnows(DEPTH_MAX + 2);
        var from = chain.head() - 3;
        ground.leaves(4);
        ground.mines(ground.pay(40_000));
        ground.grows(4);
        assertEquals(1, reader.transfersIn(from, from + 3, watch).size());
    }
}
