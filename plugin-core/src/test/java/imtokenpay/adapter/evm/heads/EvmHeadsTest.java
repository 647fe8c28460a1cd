package imtokenpay.adapter.evm.heads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.money.ChainId;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EvmHeadsTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);
    // The JDK's client does not always notice that a connection broke; then it is the silence that ends it.
    private static final Duration NOTICED = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofMillis(20);

    private final Semaphore woken = new Semaphore(0);
    private SocketNode node;
    private EvmHeads heads;

    @BeforeEach
    void starts() throws IOException {
        node = new SocketNode();
        heads = heads(LONG, LONG);
    }

    @AfterEach
    void stops() throws IOException {
        heads.close();
        node.close();
    }

    @Test
    void a_new_block_wakes_and_its_height_is_told() throws Exception {
        var peer = subscribed();
        assertEquals(OptionalLong.empty(), heads.told());
        peer.head("0x1", 7, 0);
        assertWoken();
        assertEquals(OptionalLong.of(7), heads.told());
    }

    @Test
    void nobody_is_connected_to_before_somebody_waits_nor_afterwards() throws Exception {
        assertEquals(0, node.unnoticed());
        var peer = subscribed();
        peer.head("0x1", 7, 0);
        assertWoken();
        heads.pause();
        assertTrue(peer.isGone());
        assertEquals(OptionalLong.empty(), heads.told());
        heads.open();
        node.next().subscribes("0x2").head("0x2", 8, 0);
        assertWoken();
        assertEquals(OptionalLong.of(8), heads.told());
        assertNotWoken();
    }

    @Test
    void opened_at_every_look_it_keeps_one_connection() throws Exception {
        var peer = subscribed();
        for (var look = 0; look < 100; look++) {
            heads.open();
        }
        peer.head("0x1", 7, 0);
        assertWoken();
        assertEquals(0, node.unnoticed());
    }

    @Test
    void what_is_told_under_another_subscription_is_passed_over() throws Exception {
        var peer = subscribed();
        peer.head("0x2", 99, 0);
        peer.says("{\"method\":\"eth_subscription\",\"params\":{\"subscription\":\"0x3\",\"result\":\"0xabc\"}}");
        peer.head("0x1", 7, 0);
        assertWoken();
        assertEquals(OptionalLong.of(7), heads.told());
        assertNotWoken();
    }

    @Test
    void a_block_that_is_told_twice_wakes_once() throws Exception {
        var peer = subscribed();
        peer.head("0x1", 7, 0);
        peer.head("0x1", 7, 0);
        peer.head("0x1", 7, 1);
        assertWoken();
        assertWoken();
        assertNotWoken();
    }

    @Test
    void whoever_cannot_be_woken_does_not_end_the_connection() throws Exception {
        heads.listen(this::wakesInVain);
        var peer = subscribed();
        peer.head("0x1", 7, 0);
        assertWoken();
        peer.head("0x1", 8, 0);
        assertWoken();
        assertTrue(peer.isStillThere());
    }

    @Test
    void a_lost_connection_wakes_once_and_is_made_again() throws Exception {
        heads = heads(LONG, NOTICED);
        var peer = subscribed();
        peer.head("0x1", 7, 0);
        assertWoken();
        peer.drops();
        assertWoken();
        assertEquals(OptionalLong.empty(), heads.told());
        node.next().subscribes("0x2").head("0x2", 8, 0);
        assertWoken();
        assertEquals(OptionalLong.of(8), heads.told());
    }

    @Test
    void a_connection_that_told_nothing_may_end_without_a_look() throws Exception {
        heads = heads(NOTICED, NOTICED);
        subscribed().drops();
        node.next().subscribes("0x2").drops();
        node.next();
        assertNotWoken();
    }

    @Test
    void an_endpoint_that_does_not_answer_the_question_is_left() throws Exception {
        heads = heads(SHORT, LONG);
        heads.open();
        var peer = node.next();
        assertTrue(peer.question().contains("newHeads"));
        assertTrue(peer.isGone());
        node.next();
        assertNotWoken();
    }

    @Test
    void an_endpoint_that_falls_silent_is_left_although_it_pings() throws Exception {
        heads = heads(LONG, NOTICED);
        var peer = subscribed();
        peer.head("0x1", 7, 0);
        assertWoken();
        untilGone(peer, () -> peer.frame(SocketNode.PING, true, new byte[] {1}));
        assertWoken();
        assertEquals(OptionalLong.empty(), heads.told());
        node.next();
    }

    @Test
    void neither_old_blocks_nor_those_of_others_are_a_sign_of_life() throws Exception {
        heads = heads(LONG, NOTICED);
        var peer = subscribed();
        peer.head("0x1", 7, 0);
        untilGone(peer, () -> {
            peer.head("0x1", 7, 0);
            peer.head("0x2", 8, 0);
        });
        node.next();
    }

    @Test
    void new_blocks_are_one() throws Exception {
        heads = heads(LONG, Duration.ofSeconds(1));
        var peer = subscribed();
        var end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        for (var height = 1; System.nanoTime() < end; height++) {
            peer.head("0x1", height, 0);
            assertWoken();
            // A pause without a sleep: nothing comes here.
            assertFalse(woken.tryAcquire(100, TimeUnit.MILLISECONDS));
        }
        assertTrue(peer.isStillThere());
        assertEquals(0, node.unnoticed());
    }

    @Test
    void once_closed_it_connects_to_nobody() throws Exception {
        var peer = subscribed();
        heads.close();
        assertTrue(peer.isGone());
        heads.open();
        assertFalse(woken.tryAcquire(200, TimeUnit.MILLISECONDS));
        assertEquals(0, node.unnoticed());
        assertEquals(OptionalLong.empty(), heads.told());
    }

    @Test
    void a_burst_is_told_to_its_end() throws Exception {
        var peer = subscribed();
        for (var height = 1; height <= 500; height++) {
            peer.head("0x1", height, 0);
        }
        assertTrue(woken.tryAcquire(500, 10, TimeUnit.SECONDS));
        assertEquals(OptionalLong.of(500), heads.told());
    }

    private void wakesInVain() {
        woken.release();
        throw new IllegalStateException("the server is stopping");
    }

    /// Something that a node does on and on.
    private interface Habit {
        void once() throws IOException;
    }

    private static void untilGone(SocketNode.Peer peer, Habit habit) throws Exception {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        try {
            while (!peer.isGoneWithin(SOON)) {
                assertTrue(System.nanoTime() < end, "he stays");
                habit.once();
            }
        } catch (IOException gone) {
            assertTrue(peer.isGone());
        }
    }

    private EvmHeads heads(Duration answer, Duration head) {
        var made = new EvmHeads(
                new ChainId("eip155:1"), node.address(), new Patience(answer, head, SOON, SOON), new Random(1));
        made.listen(woken::release);
        return made;
    }

    private SocketNode.Peer subscribed() throws Exception {
        heads.open();
        return node.next().subscribes("0x1");
    }

    private void assertWoken() throws InterruptedException {
        assertTrue(woken.tryAcquire(10, TimeUnit.SECONDS), "nobody was woken");
    }

    private void assertNotWoken() {
        assertEquals(0, woken.availablePermits());
    }
}
