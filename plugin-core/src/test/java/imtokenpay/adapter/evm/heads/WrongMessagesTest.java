package imtokenpay.adapter.evm.heads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.money.ChainId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever an endpoint says, it costs no more than its connection.
@Timeout(60)
class WrongMessagesTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofMillis(20);

    private final Semaphore woken = new Semaphore(0);
    private SocketNode node;
    private EvmHeads heads;

    @BeforeEach
    void starts() throws IOException {
        node = new SocketNode();
        open(LONG);
    }

    private void open(Duration head) {
        heads = new EvmHeads(
                new ChainId("eip155:1"), node.address(), new Patience(LONG, head, SOON, SOON), new Random(1));
        heads.listen(woken::release);
        heads.open();
    }

    @AfterEach
    void stops() throws IOException {
        heads.close();
        node.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "17",
                "hello",
                "{\"id\":1",
                "{\"id\":1,\"result\":\"0x1\"} {}",
                "{\"id\":2,\"result\":\"0x1\"}",
                "{\"id\":1,\"result\":{}}",
                "{\"id\":1,\"result\":null}",
                "{\"id\":1,\"error\":{\"code\":-32601,\"message\":\"the method does not exist\"}}",
                "{\"method\":\"eth_subscription\"}",
                "{\"method\":\"eth_subscription\",\"params\":[]}",
                "{\"method\":\"eth_mine\",\"params\":{}}"
            })
    void an_answer_that_is_not_understood_ends_the_connection(String answer) throws Exception {
        var peer = node.next();
        peer.question();
        peer.says(answer);
        assertLeft(peer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"number\":\"0x1\"}",
                "{\"hash\":\"0x1\"}",
                "{\"number\":\"0x1\",\"hash\":\"0x1\"}",
                "{\"number\":1,\"hash\":\"0x0000000000000000000000000000000000000000000000000000000000000001\"}",
                "{\"number\":\"0xffffffffffffffff\","
                        + "\"hash\":\"0x0000000000000000000000000000000000000000000000000000000000000001\"}",
                "{\"number\":\"-0x1\",\"hash\":\"0x0000000000000000000000000000000000000000000000000000000000000001\"}",
                "[]",
                "null"
            })
    void a_block_that_is_none_ends_the_connection(String block) throws Exception {
        var peer = node.next().subscribes("0x1");
        peer.says("{\"method\":\"eth_subscription\",\"params\":{\"subscription\":\"0x1\",\"result\":" + block + "}}");
        assertLeft(peer);
    }

    @Test
    void a_second_answer_ends_the_connection() throws Exception {
        var peer = node.next().subscribes("0x1");
        peer.says("{\"id\":1,\"result\":\"0x2\"}");
        assertLeft(peer);
    }

    @Test
    void brackets_without_end_end_the_connection() throws Exception {
        var peer = node.next().subscribes("0x1");
        peer.says("{\"params\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}");
        assertLeft(peer);
    }

    @Test
    void bytes_instead_of_text_end_the_connection() throws Exception {
        var peer = node.next().subscribes("0x1");
        peer.frame(SocketNode.BINARY, true, new byte[] {1, 2, 3});
        assertLeft(peer);
    }

    @Test
    void text_that_is_not_utf_8_ends_the_connection() throws Exception {
        var peer = node.next().subscribes("0x1");
        peer.frame(SocketNode.TEXT, true, new byte[] {(byte) 0xc3, 0x28});
        assertLeft(peer);
    }

    @Test
    void a_message_of_64_kilobytes_is_read_and_a_longer_one_ends_the_connection() throws Exception {
        var peer = node.next().subscribes("0x1");
        peer.says(padded(HeadSocket.CHARS_MAX));
        assertTrue(woken.tryAcquire(10, TimeUnit.SECONDS));
        assertEquals(OptionalLong.of(7), heads.told());
        peer.says(padded(HeadSocket.CHARS_MAX + 1));
        assertTrue(peer.isGone());
    }

    @Test
    void pieces_make_a_message_but_not_without_end() throws Exception {
        var peer = node.next().subscribes("0x1");
        var text = SocketNode.headText("0x1", 7, 0).getBytes(StandardCharsets.UTF_8);
        peer.frame(SocketNode.TEXT, false, java.util.Arrays.copyOf(text, 100));
        peer.frame(SocketNode.MORE, true, java.util.Arrays.copyOfRange(text, 100, text.length));
        assertTrue(woken.tryAcquire(10, TimeUnit.SECONDS));
        peer.frame(SocketNode.TEXT, false, new byte[0]);
        for (var piece = 0; piece < 1_000_000 && peer.isStillThere(); piece++) {
            try {
                peer.frame(SocketNode.MORE, false, new byte[0]);
            } catch (IOException gone) {
                break;
            }
        }
        assertTrue(peer.isGone());
    }

    @Test
    void a_frame_that_announces_more_than_there_is_in_the_world_is_left_when_it_has_grown_too_long() throws Exception {
        var peer = node.next().subscribes("0x1");
        peer.raw(new byte[] {(byte) 0x81, 127, 0x7f, -1, -1, -1, -1, -1, -1, -1});
        for (var part = 0; part < 10_000 && peer.isStillThere(); part++) {
            try {
                peer.raw(" ".repeat(10_000).getBytes(StandardCharsets.US_ASCII));
            } catch (IOException gone) {
                break;
            }
        }
        assertLeft(peer);
    }

    // The JDK's client does not always notice; then it is the silence that ends it.
    @Test
    void a_connection_that_breaks_within_a_frame_is_made_again() throws Exception {
        node.next();
        heads.close();
        open(Duration.ofSeconds(2));
        var peer = node.next().subscribes("0x1");
        peer.raw(SocketNode.header(SocketNode.TEXT, true, 1_000), new byte[] {'{', '"'});
        peer.drops();
        assertLeft(peer);
    }

    @Test
    void a_connection_that_the_endpoint_closes_is_made_again() throws Exception {
        var peer = node.next().subscribes("0x1");
        peer.frame(SocketNode.CLOSE, true, new byte[] {3, (byte) 0xe8});
        assertLeft(peer);
    }

    private static String padded(int length) {
        var head = SocketNode.headText("0x1", 7, length);
        return " ".repeat(length - head.length()) + head;
    }

    private void assertLeft(SocketNode.Peer peer) throws InterruptedException {
        assertTrue(peer.isGone());
        node.next();
        assertEquals(OptionalLong.empty(), heads.told());
        assertEquals(0, woken.availablePermits());
    }
}
