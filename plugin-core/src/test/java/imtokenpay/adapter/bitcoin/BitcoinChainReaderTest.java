package imtokenpay.adapter.bitcoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.family.NodeReader;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitcoinChainReaderTest {
    static final Asset BTC = new Asset(CannedChain.NET.chain() + "/slip44:0", "BTC", 8);
    static final Address SHOP = new Address("bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080");
    static final Watch WATCH = new Watch(Set.of(BTC), Set.of(SHOP));
    private static final Instant NOW = CannedChain.time(200);

    final CannedChain chain = new CannedChain(110);
    private CannedServer node;
    private NodeReader reader;

    @BeforeEach
    void starts() throws IOException {
        node = server();
        reader = node.reader(InstantSource.fixed(NOW));
    }

    CannedServer server() throws IOException {
        return new CannedNode(chain);
    }

    @AfterEach
    void stops() {
        reader.close();
        node.close();
    }

    @Test
    void blocks_come_in_order_with_what_they_pay() {
        var id = chain.pays(SHOP, 12_345);
        chain.grows(2);
        var reading = reader.read(chain.tail(100, 110), WATCH);
        assertEquals(110, reading.fork().height());
        assertEquals(3, reading.blocks().size());
        assertEquals(chain.tail(111, 113).blocks(), reading.blocks());
        assertTrue(reading.isComplete());
        var transfer = reading.transfers().getFirst();
        assertEquals(id, transfer.id().txHash());
        assertEquals(0, transfer.id().logIndex());
        assertEquals("0.00012345", transfer.amount().decimal());
        assertEquals(
                new Inclusion.Included(chain.tail(111, 111).last()),
                transfer.sighting().inclusion());
    }

    @Test
    void a_look_that_finds_nothing_new_takes_three_small_calls() {
        var reading = reader.read(chain.tail(100, 110), WATCH);
        assertEquals(chain.tail(110, 110).last(), reading.last());
        assertTrue(reading.isComplete());
        assertEquals(0, node.calls("getblock") + node.calls("getblockheader"));
        assertEquals(1, node.calls("getblockhash"));
        assertEquals(1, node.calls("getrawmempool"));
    }

    @Test
    void time_goes_on_by_the_median_since_a_later_block_may_have_an_earlier_time() {
        assertEquals(
                CannedChain.time(105),
                reader.read(chain.tail(100, 110), WATCH).view().asOf());
        chain.grows(1);
        assertEquals(
                CannedChain.time(106),
                reader.read(chain.tail(100, 110), WATCH).view().asOf());
        try (var early = node.reader(InstantSource.fixed(CannedChain.time(90)))) {
            assertEquals(
                    CannedChain.time(90),
                    early.read(chain.tail(100, 110), WATCH).view().asOf());
        }
    }

    @Test
    void far_behind_the_head_blocks_come_in_parts_and_none_is_left_out() {
        var paid = new ArrayList<String>();
        for (var i = 0; i < 9; i++) {
            paid.add(chain.pays(SHOP, 1_000 + i));
            chain.grows(10);
        }
        var found = new ArrayList<Transfer>();
        var tail = chain.tail(100, 110);
        Reading reading;
        do {
            reading = reader.read(tail, WATCH);
            found.addAll(reading.transfers());
            tail = new ChainTail(reading.blocks());
        } while (!reading.isComplete());
        assertEquals(
                paid, found.stream().map(transfer -> transfer.id().txHash()).toList());
        assertEquals(chain.head(), reading.last().height());
    }

    @Test
    void where_nobody_is_watched_headers_are_enough() {
        chain.grows(200);
        var tail = chain.tail(100, 110);
        Reading reading;
        do {
            reading = reader.read(tail, new Watch(Set.of(BTC), Set.of()));
            tail = new ChainTail(reading.blocks());
        } while (!reading.isComplete());
        assertEquals(chain.head(), reading.last().height());
        assertEquals(0, node.calls("getblock") + node.calls("getrawmempool"));
    }

    @Test
    void nothing_is_read_beyond_what_may_be() {
        chain.grows(10);
        var reading = reader.read(chain.tail(100, 110), WATCH, 115);
        assertEquals(115, reading.last().height());
        assertFalse(reading.isComplete());
        var none = reader.read(chain.tail(100, 110), WATCH, 110);
        assertEquals(chain.tail(110, 110).last(), none.last());
        assertFalse(none.isComplete());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_reorg_is_noticed_by_hash_and_what_was_above_the_fork_is_read_again(int depth) {
        var gone = chain.pays(SHOP, 5);
        chain.grows(depth - 1);
        var tail = chain.tail(100, chain.head());
        chain.reorgs(111);
        var again = chain.pays(SHOP, 7);
        var reading = reader.read(tail, WATCH);
        assertEquals(110, reading.fork().height());
        assertTrue(reading.last().height() >= tail.last().height());
        assertEquals(reading.blocks().size(), node.calls("getblock"), "none was read in vain");
        assertEquals(
                List.of(again),
                reading.transfers().stream()
                        .map(transfer -> transfer.id().txHash())
                        .toList());
        assertFalse(again.equals(gone));
    }

    @Test
    void after_a_deep_reorg_what_moved_to_another_block_is_not_taken_for_gone() {
        chain.grows(60);
        var tail = chain.tail(100, 170);
        chain.reorgs(111);
        chain.grows(40);
        var reading = reader.read(tail, WATCH);
        assertEquals(110, reading.fork().height());
        assertTrue(reading.last().height() >= 170, "as high as ours were");
    }

    @Test
    void a_branch_of_the_same_length_is_another_chain_too() {
        var tail = chain.tail(100, 110);
        chain.reorgs(109);
        chain.shrinks(1);
        var reading = reader.read(tail, WATCH);
        assertEquals(108, reading.fork().height());
        assertEquals(chain.hash(110), reading.last().hash());
    }

    @Test
    void a_reorg_deeper_than_what_we_hold_is_a_matter_for_a_person() {
        var tail = chain.tail(105, 110);
        chain.reorgs(100);
        var trouble = assertThrows(ChainUnavailable.class, () -> reader.read(tail, WATCH));
        assertEquals(Reason.WRONG_CHAIN, trouble.reason());
        assertTrue(trouble.getMessage().contains("A person must look"), trouble.getMessage());
    }

    @Test
    void blocks_that_were_left_behind_above_what_may_be_read_are_not_forgotten_in_silence() {
        var tail = chain.tail(100, 110);
        chain.reorgs(108);
        assertThrows(ChainUnavailable.class, () -> reader.read(tail, WATCH, 109));
    }

    @Test
    void a_chain_that_changes_while_it_is_read_moves_nothing() {
        chain.grows(5);
        var tail = chain.tail(100, 110);
        node.once("getblock", () -> chain.reorgs(112));
        assertThrows(ChainUnavailable.class, () -> reader.read(tail, WATCH));
        assertEquals(116, reader.read(tail, WATCH).last().height());
    }

    @Test
    void blocks_are_looked_at_again_by_their_heights() {
        chain.pays(SHOP, 5);
        chain.pays(SHOP, 6);
        chain.pays(SHOP, 7);
        var found = reader.transfersIn(112, 113, WATCH);
        assertEquals(2, found.size());
        assertEquals(List.of(), reader.transfersIn(112, 113, WATCH.withoutNative()));
        assertEquals(List.of(), reader.transfersIn(0, 0, WATCH));
        assertEquals(3, reader.transfersIn(0, 113, WATCH).size());
        var missing = assertThrows(ChainUnavailable.class, () -> reader.transfersIn(112, 114, WATCH));
        assertEquals(Reason.BEHIND, missing.reason());
    }

    @Test
    void a_beginning_lies_before_the_moment_by_what_clocks_may_differ_and_below_reorgs() {
        var deepest = 110 - ChainReader.BEGINNING_DEPTH;
        assertEquals(deepest, reader.beginning(NOW).height());
        var moment = CannedChain.time(40);
        BlockRef beginning = reader.beginning(moment);
        // Two hours are twelve blocks, and the median lags by five.
        assertEquals(40 - 12 + 5 - 1, beginning.height());
        assertEquals(chain.hash(beginning.height()), beginning.hash());
        assertEquals(0, reader.beginning(Instant.EPOCH).height());
    }

    @Test
    void a_bitcoin_has_eight_decimals_and_the_chain_has_no_tokens() {
        assertEquals(8, reader.decimals(BTC));
        var token = new Asset(CannedChain.NET.chain() + "/brc20:ordi", "ORDI", 18);
        assertThrows(ChainUnavailable.class, () -> reader.decimals(token));
    }
}
