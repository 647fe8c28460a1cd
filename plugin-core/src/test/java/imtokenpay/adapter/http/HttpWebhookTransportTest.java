package imtokenpay.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.webhook.Attempt.Outcome;
import imtokenpay.webhook.Signature;
import imtokenpay.webhook.WebhookEndpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One call to a store, over a real socket.
class HttpWebhookTransportTest {
    private HttpWebhookTransport transport = StoreCall.transport(StoreCall.LONG);

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void a_call_carries_the_event_and_its_signature() throws IOException {
        try (var store = new ScriptedStore((call, number) -> StoreCall.answerAll(call, StoreCall.NO_CONTENT))) {
            assertEquals(new Outcome.Answered(204), StoreCall.post(transport, store));
            var signature = Signature.of(
                    StoreCall.SECRET,
                    StoreCall.EVENT.id(),
                    StoreCall.AT,
                    StoreCall.EVENT.content().body());
            var said = store.calls().getFirst();
            assertTrue(said.startsWith("POST /hook?a=1 HTTP/1.1\r\nHost: 127.0.0.1:"), said);
            assertTrue(said.contains("\r\nwebhook-id: " + StoreCall.EVENT.id() + "\r\n"), said);
            assertTrue(said.contains("\r\nwebhook-timestamp: " + StoreCall.AT.getEpochSecond() + "\r\n"), said);
            assertTrue(said.contains("\r\nwebhook-signature: " + signature + "\r\n"), said);
            assertTrue(said.endsWith("\r\n\r\n" + StoreCall.EVENT.content().body()), said);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_is_not_followed(int status) throws IOException {
        try (var elsewhere = new ScriptedStore((call, number) -> StoreCall.answerAll(call, StoreCall.NO_CONTENT));
                var store = new ScriptedStore((call, number) -> StoreCall.answerAll(
                        call,
                        "HTTP/1.1 " + status + " Moved\r\nLocation: " + elsewhere.address("http", "127.0.0.1")
                                + "\r\nContent-Length: 0\r\n\r\n"))) {
            assertEquals(new Outcome.Answered(status), StoreCall.post(transport, store));
            assertEquals(0, elsewhere.connections());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | 120 | 120",
                "503 | 120 | 120",
                "429 | Mon, 23 Nov 2026 10:01:30 GMT | 90",
                "503 | 0 | 0",
                "503 | -5 | 0",
                "429 | soon | 0",
                "429 | 99999999999999999999 | 0",
                "503 | Mon, 23 Nov 2026 09:00:00 GMT | 0",
                "500 | 120 | 0",
                "301 | 120 | 0"
            })
    void a_store_that_is_too_busy_may_ask_for_time(int status, String field, int seconds) throws IOException {
        var answer = "HTTP/1.1 " + status + " x\r\nRETRY-AFTER:  " + field + "\r\nContent-Length: 0\r\n\r\n";
        try (var store = new ScriptedStore((call, number) -> StoreCall.answerAll(call, answer))) {
            var expected = seconds == 0
                    ? new Outcome.Answered(status)
                    : new Outcome.AskedToWait(status, Duration.ofSeconds(seconds));
            assertEquals(expected, StoreCall.post(transport, store));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nA: ", "HTTP/1.1 100 Continue\r\n\r\n"})
    void a_store_that_trickles_its_answer_is_given_up_in_time(String begin) throws IOException {
        transport = StoreCall.transport(StoreCall.SHORT);
        var gone = new AtomicBoolean();
        try (var store = new ScriptedStore((call, number) -> {
            call.comes();
            call.says(begin);
            trickle(call, "a", gone);
        })) {
            assertInstanceOf(Outcome.Unreachable.class, StoreCall.post(transport, store));
        } finally {
            gone.set(true);
        }
    }

    @Test
    void a_store_that_does_not_shake_hands_is_given_up_in_time() throws IOException {
        transport = StoreCall.transport(StoreCall.SHORT);
        var gone = new AtomicBoolean();
        try (var store = new ScriptedStore((call, number) -> trickle(call, "\u0016", gone))) {
            var endpoint = new WebhookEndpoint("books", store.address("https", "127.0.0.1"), StoreCall.SECRET);
            assertInstanceOf(
                    Outcome.Unreachable.class,
                    transport.post(endpoint, StoreCall.EVENT, StoreCall.AT).outcome());
        } finally {
            gone.set(true);
        }
    }

    @Test
    void a_body_without_end_is_left_unread_and_changes_nothing() throws IOException {
        transport = StoreCall.transport(StoreCall.SHORT);
        for (var head : List.of("", "Transfer-Encoding: chunked\r\n", "Content-Length: 9000\r\n")) {
            var gone = new AtomicBoolean();
            try (var store = new ScriptedStore((call, number) -> {
                call.comes();
                call.says("HTTP/1.1 200 OK\r\n" + head + "\r\n");
                trickle(call, "1\r\na\r\n", gone);
            })) {
                assertEquals(new Outcome.Answered(200), StoreCall.post(transport, store), head);
            } finally {
                gone.set(true);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SSH-2.0-x\r\n", "HTTP/2 200\r\n\r\n", "HTTP/1.1 099 x\r\n\r\n", "HTTP/1.1 200 OK\r\n: x\r\n\r\n"
            })
    void an_answer_that_is_not_http_is_none_and_is_not_repeated_to_anybody(String answer) throws IOException {
        try (var store = new ScriptedStore((call, number) -> StoreCall.answerAll(call, answer))) {
            var outcome = assertInstanceOf(Outcome.Unreachable.class, StoreCall.post(transport, store));
            assertTrue(outcome.why().startsWith("the answer"), outcome.why());
        }
    }

    @Test
    void a_head_without_end_is_given_up() throws IOException {
        try (var store = new ScriptedStore((call, number) -> {
            call.comes();
            call.says("HTTP/1.1 200 OK\r\n" + ("A: " + "a".repeat(1_000) + "\r\n").repeat(100) + "\r\n");
        })) {
            assertEquals(new Outcome.Unreachable("the answer is too long"), StoreCall.post(transport, store));
        }
    }

    @Test
    void a_port_where_nobody_listens_is_unreachable() throws IOException {
        var store = new ScriptedStore((call, number) -> call.comes());
        store.close();
        assertInstanceOf(Outcome.Unreachable.class, StoreCall.post(transport, store));
    }

    // Ends with the connection: nobody can write to a socket that is closed.
    private static void trickle(ScriptedStore.Call call, String piece, AtomicBoolean gone) throws IOException {
        while (!gone.get()) {
            call.says(piece);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
