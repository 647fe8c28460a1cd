package imtokenpay.adapter.bitcoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import imtokenpay.chain.Transfer;
import imtokenpay.chain.family.NodeReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whoever pays in time is in time, however long his block takes.
class FirstSightTest {
    private static final Instant PAID = CannedChain.time(1_000);
    private static final Instant LATER = PAID.plusSeconds(3_000);

    private final AtomicReference<Instant> now = new AtomicReference<>(PAID);
    private final CannedChain chain = new CannedChain(110);
    private final ChainTail tail = chain.tail(100, 110);
    private CannedNode node;
    private NodeReader reader;

    @BeforeEach
    void starts() throws IOException {
        node = new CannedNode(chain);
        reader = node.reader(now::get);
    }

    @AfterEach
    void stops() {
        reader.close();
        node.close();
    }

    @Test
    void what_waits_for_a_block_is_no_transfer_yet() {
        chain.waits(BitcoinChainReaderTest.SHOP, 5);
        var reading = read();
        assertEquals(List.of(), reading.transfers());
        assertEquals(tail.last(), reading.last());
    }

    @Test
    void what_waited_was_first_seen_when_it_was_seen_to_wait() {
        chain.waits(BitcoinChainReaderTest.SHOP, 5);
        read();
        now.set(PAID.plusSeconds(60));
        read();
        assertEquals(PAID, mined().sighting().firstSeen());
    }

    @Test
    void what_was_never_seen_to_wait_is_first_seen_in_its_block() {
        read();
        chain.waits(BitcoinChainReaderTest.SHOP, 5);
        assertEquals(LATER, mined().sighting().firstSeen());
    }

    @Test
    void what_another_waited_for_counts_for_nobody_else() {
        var one = chain.waits(BitcoinChainReaderTest.SHOP, 5);
        read();
        var other = chain.waits(BitcoinChainReaderTest.SHOP, 6);
        chain.grows(1);
        now.set(LATER);
        var transfers = read().transfers();
        assertNotEquals(one, other);
        assertEquals(
                List.of(PAID, LATER),
                transfers.stream()
                        .map(transfer -> transfer.sighting().firstSeen())
                        .toList());
    }

    @Test
    void what_left_without_a_block_and_comes_back_is_seen_anew() {
        chain.waits(BitcoinChainReaderTest.SHOP, 5);
        read();
        chain.forgets();
        read();
        read();
        assertEquals(LATER, mined().sighting().firstSeen());
    }

    @Test
    void a_node_that_does_not_tell_what_waits_or_lies_about_it_spoils_nothing() {
        chain.waits(BitcoinChainReaderTest.SHOP, 5);
        read();
        for (var wrong : new String[] {CannedNode.error(-32601, "Method not found"), "[\"00\"]", "{}", "[5]", "null"}) {
            node.lies("getrawmempool", any -> wrong);
            assertEquals(tail.last(), read().last(), wrong);
        }
        assertEquals(PAID, mined().sighting().firstSeen());
    }

    @Test
    void a_block_that_comes_in_the_middle_of_a_look_makes_nobody_late() {
        chain.waits(BitcoinChainReaderTest.SHOP, 5);
        read();
        node.once("getrawmempool", () -> chain.grows(1));
        assertEquals(tail.last(), read().last());
        now.set(LATER);
        assertEquals(PAID, read().transfers().getFirst().sighting().firstSeen());
    }

    @Test
    void nothing_is_forgotten_while_there_are_blocks_to_read() {
        chain.waits(BitcoinChainReaderTest.SHOP, 5);
        read();
        chain.grows(1);
        chain.grows(50);
        now.set(LATER);
        for (var look = 0; look < 3; look++) {
            assertFalse(reader.read(tail, BitcoinChainReaderTest.WATCH, 110).isComplete());
        }
        assertEquals(PAID, read().transfers().getFirst().sighting().firstSeen());
    }

    private Reading read() {
        return reader.read(tail, BitcoinChainReaderTest.WATCH);
    }

    private Transfer mined() {
        chain.grows(1);
        now.set(LATER);
        return read().transfers().getFirst();
    }
}
