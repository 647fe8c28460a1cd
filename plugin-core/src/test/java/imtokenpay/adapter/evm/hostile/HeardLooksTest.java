package imtokenpay.adapter.evm.hostile;

import static imtokenpay.adapter.evm.hostile.HostileChain.SHOPPER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.evm.EvmChainReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import imtokenpay.flow.monitor.WatchMonitor;
import imtokenpay.money.ChainId;
import imtokenpay.payment.Refusal;
import imtokenpay.store.JdbcSeam;
import imtokenpay.store.StoreDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What whoever keeps the plugin running hears of its looks at a chain.
class HeardLooksTest {
    private static final StoreDatabase DATABASE = StoreDatabase.at(StoreDatabase.h2InMemory(), JdbcSeam.open());

    private final List<String> heard = new ArrayList<>();
    private Instant now = HostileChain.time(Desk.HEAD);
    private final HostileChain chain = new HostileChain(Desk.HEAD);
    private final HostileNode node = new HostileNode(chain);
    private final EvmChainReader reader = new EvmChainReader(node.network(), () -> now);
    private final WatchingShop shop = new WatchingShop(DATABASE.emptied(), () -> now, new Heard(heard));

    @BeforeEach
    void opens() {
        shop.accepts(Desk.USDT);
        assertTrue(shop.looks(reader));
        heard.clear();
    }

    @AfterEach
    void closes() {
        reader.close();
        node.close();
    }

    @AfterAll
    static void closesForGood() {
        DATABASE.close();
    }

    @Test
    void while_nothing_can_be_paid_the_chain_rests() {
        assertTrue(shop.looks(reader));
        assertEquals(List.of("ticked", "rested"), heard);
    }

    @Test
    void what_is_read_is_heard_with_what_was_new_in_it() throws Refusal {
        var due = shop.asks(Desk.USDT).terms().due().units();
        chain.transfers(Desk.HEAD + 1, HostileChain.USDT, SHOPPER, HostileChain.SHOP, due);
        chain.isAt(Desk.HEAD + 2);
        now = HostileChain.time(Desk.HEAD + 2);
        assertTrue(shop.looks(reader));
        assertEquals(List.of("ticked", "read to " + (Desk.HEAD + 2) + ", 1 new"), heard);
        assertEquals(Desk.HEAD + 2, reader.head().orElseThrow());
    }

    @Test
    void a_look_that_fails_is_heard_as_begun_and_no_more() throws Refusal {
        shop.asks(Desk.USDT);
        node.fails(Faults.values()[0].variant(0));
        assertFalse(shop.looks(reader));
        assertEquals(List.of("ticked"), heard);
    }

    private record Heard(List<String> said) implements WatchMonitor {
        @Override
        public void ticked(ChainId chain) {
            said.add("ticked");
        }

        @Override
        public void rested(ChainId chain) {
            said.add("rested");
        }

        @Override
        public void read(ChainTail known, Reading reading, int entered) {
            said.add("read to " + reading.last().height() + ", " + entered + " new");
        }
    }
}
