package imtokenpay.adapter.evm;

import static imtokenpay.adapter.evm.MoneyChain.SHOP;
import static imtokenpay.adapter.evm.MoneyChain.SHOPPER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import java.io.IOException;
import java.math.BigInteger;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Coins that a contract sends stand in no transaction to us and in no log: only the balance shows them.
class EvmBalancesTest {
    private static final Asset ETH = new Asset("eip155:1/slip44:60", "ETH", 18);
    private static final Watch WATCH = new Watch(Set.of(ETH), Set.of(new Address(ScriptedChain.SHOP)));

    private final MoneyChain chain = new MoneyChain(110);
    private ScriptedNode node;
    private EvmChainReader reader;

    @BeforeEach
    void starts() throws IOException {
        node = new ScriptedNode(chain::answer);
        reader = new EvmChainReader(node.network("eip155:1"), InstantSource.fixed(MoneyChain.time(1_000_000)));
    }

    @AfterEach
    void stops() {
        reader.close();
        node.close();
    }

    @Test
    void what_a_contract_pays_is_found_in_the_block_where_the_balance_rose() {
        chain.change(107, 5_000);
        chain.change(109, 70);
        var found = read(100);
        assertEquals(List.of(5_000L, 70L), units(found));
        var first = found.getFirst();
        assertEquals(MoneyChain.hash(107), first.id().txHash());
        assertEquals(Integer.MIN_VALUE | 0x17dc79C8, first.id().logIndex());
        assertEquals(new Address("0x" + "0".repeat(40)), first.sender());
        assertEquals(new Address(ScriptedChain.SHOP), first.receiver());
        assertEquals(MoneyChain.time(107), first.sighting().firstBlockTime());
    }

    @Test
    void one_new_block_is_enough_to_see_it() {
        chain.change(110, 1);
        assertEquals(List.of(1L), units(read(109)));
    }

    @Test
    void a_payment_that_its_transaction_explains_is_not_found_twice() {
        chain.sends(106, SHOPPER, SHOP, 900);
        chain.withdraws(107, 3);
        assertEquals(List.of(900L), units(read(100)));
    }

    @Test
    void what_the_receiver_spends_meanwhile_hides_nothing() {
        chain.sends(107, SHOP, SHOPPER, 100_000);
        chain.change(107, 500);
        chain.sends(108, SHOP, SHOP, 0);
        chain.change(109, 40);
        assertEquals(List.of(500L, 40L), units(read(100)));
    }

    @Test
    void a_balance_that_falls_is_nobodys_payment() {
        chain.change(107, -5_000);
        chain.change(108, -1);
        assertEquals(List.of(), read(100));
    }

    @Test
    void a_node_without_the_state_is_read_all_the_same_and_asked_again_next_time() {
        chain.hasState(false);
        chain.change(107, 5_000);
        chain.sends(108, SHOPPER, SHOP, 900);
        assertEquals(List.of(900L), units(read(100)));
        chain.hasState(true);
        chain.grows(2);
        chain.change(112, 77);
        assertEquals(List.of(77L), units(reader.read(chain.tail(110), WATCH).transfers()));
    }

    @Test
    void a_long_way_is_halved_until_each_block_is_found() {
        chain.grows(3_000);
        chain.change(111, 1);
        chain.change(1_234, 22);
        chain.change(2_999, 333);
        var reading = reader.read(chain.tail(110), WATCH);
        var found = new java.util.ArrayList<>(reading.transfers());
        while (!reading.isComplete()) {
            reading = reader.read(new ChainTail(List.of(reading.last())), WATCH);
            found.addAll(reading.transfers());
        }
        assertEquals(List.of(1L, 22L, 333L), units(found));
        assertTrue(chain.calls("eth_getBalance") < 80, chain.calls.toString());
    }

    @Test
    void reading_it_again_finds_the_same_under_the_same_name() {
        chain.change(107, 5_000);
        var first = read(105);
        assertEquals(
                first.getFirst().id(),
                reader.transfersIn(101, 109, WATCH).getFirst().id());
        chain.change(108, 5_000);
        assertNotEquals(
                first.getFirst().id(),
                reader.transfersIn(108, 109, WATCH).getFirst().id());
    }

    @Test
    void the_balance_at_the_end_of_one_reading_is_that_before_the_next() {
        reader.read(chain.tail(109), WATCH);
        chain.grows(1);
        chain.calls.clear();
        reader.read(chain.tail(110), WATCH);
        assertEquals(1, chain.calls("eth_getBalance"));
    }

    private List<Transfer> read(long after) {
        return reader.read(chain.tail(after), WATCH).transfers();
    }

    private static List<Long> units(List<Transfer> transfers) {
        return transfers.stream()
                .map(transfer -> transfer.amount().units())
                .map(BigInteger::longValueExact)
                .toList();
    }
}
