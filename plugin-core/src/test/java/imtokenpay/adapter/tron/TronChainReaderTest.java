package imtokenpay.adapter.tron;

import static imtokenpay.adapter.tron.TronChain.MAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.chain.Finality;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.family.NodeAccess;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TronChainReaderTest extends TronScene {
    // The contract of USDT, as tether.to names it (read 2026-11).
    private static final Asset USDT = new Asset(MAIN + "/trc20:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "USDT", 6);
    private static final String USDT_WIRE = "0xa614f803b6fd780986a42c78ec9c7f77e6ded13c";
    private static final Address SHOP = TronAddress.ofWire(TronChain.SHOP);
    private static final Watch WATCH = new Watch(Set.of(USDT), Set.of(SHOP));
    private static final TronChain.Paid PAID =
            new TronChain.Paid(USDT_WIRE, TronChain.SHOPPER, TronChain.SHOP, 25_370_000);

    @Test
    void a_token_transfer_is_told_as_people_on_tron_spell_it() {
        chain.pays(107, PAID);
        var transfer = only(reader.read(chain.tail(100, 105), WATCH).transfers());
        assertEquals(SHOP, transfer.receiver());
        assertEquals(TronAddress.ofWire(TronChain.SHOPPER), transfer.sender());
        assertEquals(USDT.id(), transfer.amount().asset().id());
        assertEquals("25.37", transfer.amount().decimal());
        assertEquals(MAIN, transfer.id().chain());
        assertEquals(TronChain.transaction(107, 0), transfer.id().txHash());
    }

    @Test
    void two_transfers_of_one_block_are_two() {
        chain.pays(107, PAID);
        chain.pays(107, PAID);
        assertEquals(2, reader.read(chain.tail(100, 105), WATCH).transfers().size());
    }

    @Test
    void a_token_that_looks_alike_is_passed_over_even_if_the_node_tells_of_it() {
        chain.ignoresFilter = true;
        chain.pays(107, new TronChain.Paid(TronChain.SHOPPER, TronChain.SHOPPER, TronChain.SHOP, 25_370_000));
        chain.pays(107, new TronChain.Paid(USDT_WIRE, TronChain.SHOPPER, TronChain.SHOPPER, 25_370_000));
        chain.pays(107, new TronChain.Paid(USDT_WIRE, TronChain.SHOPPER, TronChain.SHOP, 0));
        chain.pays(107, new TronChain.Paid(USDT_WIRE, TronChain.SHOP, TronChain.SHOP, 1));
        assertEquals(List.of(), reader.read(chain.tail(100, 105), WATCH).transfers());
    }

    @Test
    void a_second_look_finds_the_same_under_the_same_name() {
        chain.pays(107, PAID);
        var first = only(reader.read(chain.tail(100, 105), WATCH).transfers());
        var second = only(reader.transfersIn(100, 110, WATCH));
        assertEquals(first.id(), second.id());
        assertEquals(first.amount(), second.amount());
    }

    @Test
    void no_block_is_looked_at_that_could_have_twenty_confirmations_without_being_solid() {
        chain.pays(107, PAID);
        chain.solid = 90;
        var early = reader.read(chain.tail(100, 105), WATCH);
        assertEquals(109, early.last().height());
        assertTrue(early.isComplete());
        chain.grows(100);
        chain.solid = 106;
        var before = reader.read(chain.tail(100, 105), WATCH);
        assertEquals(125, before.last().height());
        var rule = new Finality.Depth(new TronFamily().confirmations());
        assertTrue(!rule.reached(only(before.transfers()), before.view()));
        chain.solid = 107;
        var after = reader.read(chain.tail(100, 105), WATCH);
        assertTrue(rule.reached(only(after.transfers()), after.view()));
    }

    @Test
    void a_node_that_does_not_tell_which_blocks_are_solid_is_not_believed() {
        node.answers(call -> call.path("params").path(0).asString("").equals("finalized")
                ? TronChain.error(-32602, "invalid block number")
                : chain.answer(call));
        assertThrows(ChainUnavailable.class, () -> reader.read(chain.tail(100, 105), WATCH));
    }

    @Test
    void a_reorg_takes_its_payments_with_it() {
        chain.pays(107, PAID);
        var tail = chain.tail(100, 110);
        chain.grows(1);
        chain.reorgs(106);
        var reading = reader.read(tail, WATCH);
        assertEquals(105, reading.fork().height());
        assertEquals(List.of(), reading.transfers());
    }

    @Test
    void a_deep_reorg_is_found_although_the_node_takes_only_a_hundred_calls_at_once() {
        chain.grows(400);
        var tail = chain.tail(255, 510);
        chain.reorgs(270);
        chain.grows(1);
        assertEquals(269, reader.read(tail, WATCH).fork().height());
    }

    @Test
    void a_node_that_lags_says_nothing_about_the_blocks_it_lacks() {
        var tail = chain.tail(100, 110);
        chain.head = 105;
        var trouble = assertThrows(ChainUnavailable.class, () -> reader.read(tail, WATCH));
        assertEquals(ChainUnavailable.Reason.BEHIND, trouble.reason());
    }

    @Test
    void a_long_way_is_read_in_parts_that_the_node_takes() {
        for (var max : List.of(5_000L, 700L, 50L)) {
            chain.rangeMax = max;
            chain.grows(20_000);
            chain.pays(chain.head - 9_000, PAID);
            assertEquals(1, caughtUp(chain.head - 20_000), "at most " + max);
        }
        assertTrue(chain.calls.get("eth_getLogs") < 1_500, chain.calls.toString());
    }

    @Test
    void more_receivers_than_the_node_takes_topics_are_no_trouble() {
        chain.pays(107, PAID);
        var receivers = new HashSet<>(Set.of(SHOP));
        for (var i = 0; i < 1_000; i++) {
            receivers.add(TronAddress.ofWire("0x%040x".formatted(0xabc000 + i)));
        }
        assertEquals(
                1,
                reader.read(chain.tail(100, 105), new Watch(Set.of(USDT), receivers))
                        .transfers()
                        .size());
    }

    @Test
    void decimals_are_asked_of_the_contract() {
        assertEquals(6, reader.decimals(USDT));
        node.answers(call -> call.path("method").asString("").equals("eth_call")
                ? TronChain.error(-32000, "Smart contract is not exist.")
                : chain.answer(call));
        assertThrows(ChainUnavailable.class, () -> reader.decimals(USDT));
    }

    @Test
    void a_node_of_another_chain_is_found_out() {
        try (var stranger = node.reader(new ChainId("tron:0xcd8690dc"), "secret")) {
            var trouble = assertThrows(ChainUnavailable.class, () -> stranger.read(chain.tail(100, 105), WATCH));
            assertEquals(ChainUnavailable.Reason.WRONG_CHAIN, trouble.reason());
            assertTrue(trouble.getMessage().contains("0x2b6653dc, not 0xcd8690dc"), trouble.getMessage());
        }
    }

    @Test
    void every_request_carries_the_key_where_there_is_one() {
        reader.read(chain.tail(100, 105), WATCH);
        assertEquals(Set.of("secret"), Set.copyOf(node.keys));
        node.keys.clear();
        try (var poor = new TronFamily()
                .reader(new NodeAccess(MAIN, node.address(), Optional.empty()), InstantSource.system())) {
            poor.read(chain.tail(100, 105), WATCH);
        }
        assertEquals(Set.of(""), Set.copyOf(node.keys));
    }

    private int caughtUp(long from) {
        var count = 0;
        var tail = chain.tail(from, from);
        while (true) {
            var reading = reader.read(tail, WATCH);
            count += reading.transfers().size();
            if (reading.isComplete()) {
                return count;
            }
            tail = chain.tail(reading.last().height(), reading.last().height());
        }
    }

    private static Transfer only(List<Transfer> transfers) {
        assertEquals(1, transfers.size());
        return transfers.getFirst();
    }
}
