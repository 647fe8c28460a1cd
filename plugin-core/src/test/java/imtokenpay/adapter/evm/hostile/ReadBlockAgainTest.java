package imtokenpay.adapter.evm.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.evm.EvmChainReader;
import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.TransactionAnswer;
import imtokenpay.chain.watch.TransactionAnswer.Move;
import imtokenpay.chain.watch.Watch;
import imtokenpay.flow.find.ReadBlockAgain.Outcome;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import imtokenpay.payment.Payment;
import imtokenpay.payment.Refusal;
import imtokenpay.store.JdbcSeam;
import imtokenpay.store.StoreDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A shopper names a transaction that a node once left out, and a person has its block read again.
class ReadBlockAgainTest {
    private static final StoreDatabase DATABASE = StoreDatabase.at(StoreDatabase.h2InMemory(), JdbcSeam.open());
    private static final long AT = Desk.HEAD + 1;
    private static final String HASH = "0x" + "ab".repeat(32);

    private Instant now = HostileChain.time(Desk.HEAD);
    private final HostileChain chain = new HostileChain(Desk.HEAD);
    private final HostileNode node = new HostileNode(chain);
    private final EvmChainReader reader = new EvmChainReader(node.network(), () -> now);
    private final WatchingShop shop = new WatchingShop(DATABASE, () -> now);
    private Payment payment;

    @BeforeEach
    void reads_a_block_of_which_the_node_leaves_something_out() throws Refusal {
        shop.accepts(Desk.USDT);
        assertTrue(shop.looks(reader));
        payment = shop.asks(Desk.USDT);
        chain.isAt(AT + 1);
        now = HostileChain.time(AT + 1);
        assertTrue(shop.looks(reader));
        chain.transfers(
                AT,
                HostileChain.USDT,
                HostileChain.SHOPPER,
                HostileChain.SHOP,
                payment.terms().due().units());
        assertEquals("AWAITING", shop.status(payment));
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
    void what_the_block_brought_counts_at_once_and_once() {
        assertEquals(new Outcome(1, ""), shop.readsAgain(telling(AT, Desk.SHOP), HASH));
        assertEquals("SETTLED", shop.status(payment));
        assertEquals(new Outcome(0, ""), shop.readsAgain(telling(AT, Desk.SHOP), HASH));
        assertEquals(
                List.of(
                        "anna | block_read_again | " + HASH + " | block 111 of eip155:1: 1 transfers entered",
                        "anna | block_read_again | " + HASH + " | block 111 of eip155:1: 0 transfers entered"),
                deeds());
        assertTrue(shop.looks(reader), "and the chain is read on as before");
    }

    @Test
    void the_named_transaction_itself_is_believed_nothing() {
        assertEquals(new Outcome(0, ""), shop.readsAgain(telling(AT + 1, Desk.SHOP), HASH));
        assertEquals("AWAITING", shop.status(payment), "another block was named, and that one holds nothing");
    }

    @Test
    void for_a_transaction_to_somebody_else_nothing_is_read() {
        assertEquals(new Outcome(0, ""), shop.readsAgain(telling(AT, HostileChain.USDT), HASH));
        assertEquals(List.of(), deeds());
    }

    @Test
    void while_another_server_reads_nothing_is_entered_and_the_person_is_told() {
        DATABASE.execute("update chain_cursor set holder = 'other', epoch = epoch + 1, leased_until = timestamp"
                + " with time zone '2100-01-01 00:00:00+00'");
        var outcome = shop.readsAgain(telling(AT, Desk.SHOP), HASH);
        assertTrue(outcome.trouble().contains("Another server"), outcome.trouble());
        assertEquals("AWAITING", shop.status(payment));
    }

    @Test
    void a_node_that_does_not_show_the_block_changes_nothing() {
        var before = shop.kept();
        node.close();
        var outcome = shop.readsAgain(telling(AT, Desk.SHOP), HASH);
        assertTrue(outcome.trouble().startsWith("The node did not show the block: "), outcome.trouble());
        assertEquals(before, shop.kept());
        assertEquals(List.of(), deeds());
    }

    private List<String> deeds() {
        return DATABASE.query("select done_by || ' | ' || action || ' | ' || subject || ' | ' || detail from audit_row"
                + " order by number");
    }

    private Telling telling(long height, String receiver) {
        var move = new Move(
                Optional.of(new Address(HostileChain.USDT)),
                new Address(HostileChain.SHOPPER),
                new Address(receiver),
                payment.terms().due().units());
        return new Telling(reader, new TransactionAnswer.Done(height, List.of(move)));
    }

    /// The real reader, but for what it makes of the one transaction.
    private record Telling(ChainReader honest, TransactionAnswer answer) implements ChainReader {
        @Override
        public ChainId chain() {
            return honest.chain();
        }

        @Override
        public Reading read(ChainTail known, Watch watch, long heightMax) {
            return honest.read(known, watch, heightMax);
        }

        @Override
        public List<Transfer> transfersIn(long from, long to, Watch watch) throws ChainUnavailable {
            return honest.transfersIn(from, to, watch);
        }

        @Override
        public BlockRef beginning(Instant moment) {
            return honest.beginning(moment);
        }

        @Override
        public int decimals(Asset asset) {
            return honest.decimals(asset);
        }

        @Override
        public TransactionAnswer transaction(String txHash) {
            return answer;
        }
    }
}
