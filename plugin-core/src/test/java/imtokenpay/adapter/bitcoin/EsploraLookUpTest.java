package imtokenpay.adapter.bitcoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.adapter.quorum.Provider;
import imtokenpay.adapter.quorum.Quorum;
import imtokenpay.chain.Address;
import imtokenpay.chain.family.NodeReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.TransactionAnswer;
import imtokenpay.chain.watch.TransactionAnswer.Done;
import imtokenpay.chain.watch.TransactionAnswer.Move;
import imtokenpay.chain.watch.TransactionAnswer.Pending;
import imtokenpay.chain.watch.Watch;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Single transactions and the memory pool of an Esplora server, and such a server beside a node.
class EsploraLookUpTest {
    private static final Address SHOP = BitcoinChainReaderTest.SHOP;
    private static final Watch WATCH = BitcoinChainReaderTest.WATCH;
    private static final Instant START = CannedChain.time(200);
    private static final List<Move> PAID =
            List.of(new Move(Optional.empty(), new Address("0".repeat(64) + ":0"), SHOP, BigInteger.valueOf(12_345)));

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final CannedChain chain = new CannedChain(110);
    private final ChainTail tail = chain.tail(100, 110);
    private CannedEsplora server;
    private NodeReader reader;

    @BeforeEach
    void starts() throws IOException {
        server = new CannedEsplora(chain);
        reader = server.reader(now::get);
    }

    @AfterEach
    void stops() {
        reader.close();
        server.close();
    }

    @Test
    void a_transaction_waits_is_in_a_block_or_is_none() {
        var id = chain.waits(SHOP, 12_345);
        assertEquals(new Pending(PAID), reader.transaction(id));
        chain.grows(3);
        assertEquals(new Done(111, PAID), reader.transaction(id));
        assertEquals(new TransactionAnswer.Unknown(), reader.transaction("ab".repeat(32)));
    }

    @Test
    void what_is_garbled_another_transaction_or_in_no_block_of_the_chain_is_no_answer() {
        var id = chain.pays(SHOP, 12_345);
        for (var wrong : List.of(
                "{}",
                "[]",
                "{\"confirmed\":1}",
                "{\"confirmed\":true}",
                "{\"confirmed\":true," + "\"block_height\":110,\"block_hash\":\"" + chain.hash(111) + "\"}")) {
            server.lies("tx status", any -> wrong);
            assertThrows(ChainUnavailable.class, () -> reader.transaction(id), wrong);
        }
        server.lies("tx status", any -> "{\"confirmed\":false,\"block_height\":null,\"block_hash\":null}");
        assertEquals(new Pending(PAID), reader.transaction(id));
        server.lies("getrawtransaction", bytes -> bytes + "\0");
        assertThrows(ChainUnavailable.class, () -> reader.transaction(id));
    }

    @Test
    void what_waits_is_asked_for_once_a_minute_and_was_seen_then() {
        reader.read(tail, WATCH);
        chain.waits(SHOP, 12_345);
        now.set(START.plusSeconds(59));
        reader.read(tail, WATCH);
        assertEquals(1, server.calls("getrawmempool"));
        now.set(START.plusSeconds(60));
        reader.read(tail, WATCH);
        assertEquals(2, server.calls("getrawmempool"));
        chain.grows(1);
        now.set(START.plusSeconds(3_000));
        var paid = reader.read(tail, WATCH).transfers().getFirst();
        assertEquals(START.plusSeconds(60), paid.sighting().firstSeen());
    }

    @Test
    void a_server_that_does_not_tell_what_waits_or_lies_about_it_spoils_nothing() {
        for (var wrong : List.of("", "{}", "[5]", "null", "[\"00\"]", "[]]")) {
            server.lies("getrawmempool", any -> wrong);
            now.set(now.get().plusSeconds(60));
            assertEquals(tail.last(), reader.read(tail, WATCH).last(), wrong);
        }
    }

    @Test
    void beside_a_node_it_is_one_voice_of_two_and_stands_in_where_the_node_is_down() throws IOException {
        var id = chain.pays(SHOP, 12_345);
        try (var node = new CannedNode(chain);
                var core = node.reader(now::get)) {
            var both = List.of(new Provider("core", core), new Provider("esplora", reader));
            try (var quorum = new Quorum(both, 2, now::get, Thread::startVirtualThread)) {
                assertEquals(
                        id, quorum.read(tail, WATCH).transfers().getFirst().id().txHash());
                server.lies("getblockhash", hash -> hash.equals(chain.hash(111)) ? chain.hash(105) : hash);
                assertThrows(ChainUnavailable.class, () -> quorum.read(tail, WATCH));
                server.lies("getblockhash", hash -> hash);
            }
        }
        var down = new CannedNode(chain);
        down.close();
        try (var core = down.reader(now::get)) {
            var both = List.of(new Provider("core", core), new Provider("esplora", reader));
            try (var either = new Quorum(both, 1, now::get, Thread::startVirtualThread)) {
                assertEquals(1, either.read(tail, WATCH).transfers().size());
            }
        }
    }
}
