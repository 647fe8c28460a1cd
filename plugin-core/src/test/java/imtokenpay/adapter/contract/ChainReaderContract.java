package imtokenpay.adapter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every reader promises of an honest chain, whatever family it is of.
public abstract class ChainReaderContract extends ReorgContract {
    protected ChainReaderContract(Callable<FamilyChain> family) {
        super(family);
    }

    @Test
    void a_transfer_is_found_once_in_the_block_that_holds_it() {
        var pay = ground.pay(1_230_000);
        var height = ground.mines(pay);
        ground.grows(2);
        var reading = shop.reads(reader, Long.MAX_VALUE);
        assertTrue(reading.isComplete());
        knows();
        var transfer = reading.transfers().getFirst();
        assertEquals(chain.asset(), transfer.amount().asset());
        assertEquals(pay.units(), transfer.amount().units());
        assertEquals(chain.shop(), transfer.receiver());
        assertEquals(chain.block(height).time(), transfer.sighting().firstBlockTime());
        var again = shop.reads(reader, Long.MAX_VALUE);
        assertEquals(List.of(), again.transfers());
        assertEquals(List.of(), again.blocks());
        assertTrue(again.isComplete());
        knows();
    }

    @Test
    void two_transfers_in_one_block_are_two() {
        ground.mines(ground.pay(700_000), ground.pay(700_000), ground.pay(900_000));
        knowsAll();
        assertEquals(3, shop.found().size());
    }

    @Test
    void other_receivers_and_other_assets_are_not_told() {
        ground.mines(ground.elsewhere(500_000), ground.worthless(500_000));
        ground.mines(ground.worthless(500_000), ground.pay(500_000));
        knowsAll();
        assertEquals(1, shop.found().size());
    }

    @Test
    void each_block_is_told_as_it_comes() {
        for (var i = 0; i < 8; i++) {
            ground.mines(ground.pay(10_000 + i));
            knowsAll();
        }
        assertEquals(9, shop.tail().blocks().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 1_000_000})
    void reading_is_the_same_in_any_steps(int step) {
        for (var i = 0; i < 12; i++) {
            ground.mines(ground.pay(10_000 + i));
        }
        shop.follows(reader, step);
        knows();
        ground.reorgs(3);
        ground.mines(ground.pay(20_000));
        shop.follows(reader, step + 3);
        knows();
    }

    @Test
    void what_may_not_be_read_is_not_read() {
        var last = chain.head();
        ground.mines(ground.pay(10_000));
        ground.grows(2);
        var none = shop.reads(reader, last);
        assertEquals(last, none.last().height());
        assertFalse(none.isComplete());
        assertEquals(List.of(), none.transfers());
        assertEquals(last + 1, shop.reads(reader, last + 1).last().height());
        knowsAll();
    }

    @Test
    void catching_up_finds_what_reading_along_finds() {
        var along = new Follower(watch, shop.tail().last());
        for (var left = chain.farBehind(); left > 0; left -= 50) {
            ground.mines(ground.pay(10_000 + left), ground.elsewhere(1));
            ground.grows(49);
            along.follows(reader);
        }
        var begun = shop.tail().last();
        try (var fresh = anotherReader()) {
            assertFalse(shop.reads(fresh, Long.MAX_VALUE).isComplete(), "that is more than one reading takes");
            shop.follows(fresh);
        }
        knows();
        assertEquals(Ground.told(along.found()), Ground.told(shop.found()));
        var inSteps = new Follower(watch, begun);
        inSteps.follows(reader, 100);
        assertEquals(Ground.told(along.found()), Ground.told(inSteps.found()));
    }

    @Test
    void a_new_reader_goes_on_where_the_old_one_stopped() {
        for (var i = 0; i < 10; i++) {
            ground.mines(ground.pay(10_000 + i));
        }
        shop.reads(reader, chain.head() - 5);
        try (var fresh = anotherReader()) {
            shop.follows(fresh);
            knows();
        }
        ground.reorgs(4);
        try (var fresh = anotherReader()) {
            shop.follows(fresh);
            knows();
        }
    }

    @Test
    void a_second_look_says_the_same() {
        var first = chain.head() + 1;
        for (var i = 0; i < 5; i++) {
            ground.mines(ground.pay(10_000 + i), ground.pay(10_000 + i));
            ground.grows(1);
        }
        knowsAll();
        assertEquals(List.copyOf(shop.found()).size(), 10);
        assertEquals(told(first, chain.head()), Ground.told(shop.found()));
        var parts = new ArrayList<>(told(first, first + 3));
        parts.addAll(told(first + 4, first + 4));
        parts.addAll(told(first + 5, chain.head()));
        assertEquals(Ground.told(shop.found()), parts.stream().sorted().toList());
        var ids = new HashSet<>();
        shop.found().forEach(transfer -> ids.add(transfer.id()));
        reader.transfersIn(first, chain.head(), watch).forEach(again -> assertTrue(ids.contains(again.id())));
    }

    @Test
    void nobody_was_paid_in_the_block_that_begins_a_chain() {
        assertEquals(List.of(), reader.transfersIn(0, 0, watch));
        assertEquals(List.of(), reader.transfersIn(0, 10, watch));
    }

    @Test
    void beginning_is_before_the_moment_and_below_usual_reorgs() {
        ground.grows(20);
        var highest = chain.head() - ChainReader.BEGINNING_DEPTH;
        var future = chain.block(chain.head()).time().plus(Duration.ofDays(1));
        assertEquals(chain.block(highest), reader.beginning(future));
        for (var height : new long[] {highest, highest - 1, highest - 7, 25, 24}) {
            var moment = chain.block(height).time();
            var begun = reader.beginning(moment);
            assertTrue(begun.time().isBefore(moment), "before the moment");
            assertEquals(height - 1 - chain.datesDifferBlocks(), begun.height());
            assertEquals(chain.block(begun.height()), begun);
        }
        assertEquals(chain.block(0), reader.beginning(chain.block(0).time().minusSeconds(1)));
    }

    @Test
    void what_is_paid_after_the_beginning_is_found_from_there() {
        var moment = chain.block(chain.head()).time();
        ground.mines(ground.pay(10_000));
        shop = new Follower(watch, reader.beginning(moment));
        knowsAll();
    }

    @Test
    void the_newest_block_is_the_chains() {
        assertEquals(chain.block(chain.head()), reader.newest());
        assertTrue(reader.head().isEmpty() || reader.head().getAsLong() == chain.head());
        ground.grows(3);
        knowsAll();
        assertEquals(chain.head(), reader.head().orElseThrow());
    }

    @Test
    void the_chain_says_how_many_decimals_the_asset_has() {
        assertEquals(chain.asset().decimals(), reader.decimals(chain.asset()));
        assertEquals(chain.asset().chain(), reader.chain());
    }

    @Test
    void time_has_gone_no_further_than_the_newest_block() {
        ground.grows(2);
        var view = shop.reads(reader, Long.MAX_VALUE).view();
        assertFalse(view.asOf().isAfter(chain.block(chain.head()).time()));
        assertEquals(
                chain.block(chain.head() - chain.blocksUntilLate() + 1).time(),
                view.asOf(),
                "as far as dates can tell");
    }

    private List<String> told(long from, long to) {
        return Ground.told((Iterable<Transfer>) reader.transfersIn(from, to, watch));
    }
}
