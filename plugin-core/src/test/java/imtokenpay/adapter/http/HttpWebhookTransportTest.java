package imtokenpay.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.http.HttpWebhookTransport.Patience;
import imtokenpay.payment.PaymentId;
import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Attempt.Outcome;
import imtokenpay.webhook.Signature;
import imtokenpay.webhook.WebhookEndpoint;
import imtokenpay.webhook.WebhookEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One call to a store, over a real socket.
class HttpWebhookTransportTest {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final Signature.Secret SECRET = Signature.Secret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String NO_CONTENT = "HTTP/1.1 204 No Content\r\n\r\n";
    private static final Patience LONG =
            new Patience(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20));
    private static final Patience SHORT =
            new Patience(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofMillis(100));

    private HttpWebhookTransport transport = transport(LONG);

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void a_call_carries_the_event_and_its_signature() throws IOException {
        try (var store = new ScriptedStore((call, number) -> answerAll(call, NO_CONTENT))) {
            assertEquals(new Outcome.Answered(204), post(store));
            var signature =
                    Signature.of(SECRET, event().id(), AT, event().content().body());
            var said = store.calls().getFirst();
            assertTrue(said.startsWith("POST /hook?a=1 HTTP/1.1\r\nHost: 127.0.0.1:"), said);
            assertTrue(said.contains("\r\nwebhook-id: " + event().id() + "\r\n"), said);
            assertTrue(said.contains("\r\nwebhook-timestamp: " + AT.getEpochSecond() + "\r\n"), said);
            assertTrue(said.contains("\r\nwebhook-signature: " + signature + "\r\n"), said);
            assertTrue(said.endsWith("\r\n\r\n" + event().content().body()), said);
        }
    }

    @Test
    void a_store_that_closes_a_kept_connection_when_the_next_call_comes_is_called_again_at_once() throws IOException {
        try (var store = new ScriptedStore((call, number) -> {
            if (call.comes()) {
                call.says(NO_CONTENT);
            }
            // The first connection is closed just when it is used again.
            if (call.comes() && number > 1) {
                call.says(NO_CONTENT);
            }
        })) {
            assertEquals(new Outcome.Answered(204), post(store));
            assertEquals(new Outcome.Answered(204), post(store));
            assertEquals(2, store.connections());
            assertEquals(3, store.calls().size());
            assertEquals(1, store.calls().stream().distinct().count(), "each time the same call");
        }
    }

    @Test
    void it_is_called_again_once_and_no_more() throws IOException {
        try (var store = new ScriptedStore((call, number) -> {
            if (call.comes() && number == 1) {
                call.says(NO_CONTENT);
                call.comes();
            }
        })) {
            assertEquals(new Outcome.Answered(204), post(store));
            assertInstanceOf(Outcome.Unreachable.class, post(store));
            assertEquals(2, store.connections());
            assertEquals(3, store.calls().size());
        }
    }

    @Test
    void a_store_that_closes_a_new_connection_is_not_called_again() throws IOException {
        try (var store = new ScriptedStore((call, number) -> call.comes())) {
            assertInstanceOf(Outcome.Unreachable.class, post(store));
            assertEquals(1, store.calls().size());
        }
    }

    @Test
    void a_kept_connection_that_breaks_off_within_an_answer_is_not_used_to_call_again() throws IOException {
        try (var store = new ScriptedStore((call, number) -> {
            if (call.comes()) {
                call.says(NO_CONTENT);
            }
            if (call.comes()) {
                call.says("HTTP/1.1 20");
            }
        })) {
            post(store);
            assertInstanceOf(Outcome.Unreachable.class, post(store));
            assertEquals(2, store.calls().size());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\ntransfer-encoding: Chunked\r\n\r\n2;a=b\r\nok\r\n0\r\nTrailer: x\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 202\r\nContent-Length: 0"
                        + "\r\n\r\n"
            })
    void a_connection_serves_one_call_after_the_other(String answer) throws IOException {
        try (var store = new ScriptedStore((call, number) -> answerAll(call, answer))) {
            for (var i = 0; i < 20; i++) {
                assertTrue(new Attempt(AT, post(store)).isDelivered());
            }
            assertEquals(20, store.calls().size());
            assertEquals(1, store.connections());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFF\r\n"
            })
    void a_connection_of_which_nobody_knows_where_the_answer_ends_serves_one_call(String answer) throws IOException {
        try (var store = new ScriptedStore((call, number) -> answerAll(call, answer))) {
            assertEquals(new Outcome.Answered(200), post(store));
            assertEquals(new Outcome.Answered(200), post(store));
            assertEquals(2, store.connections());
        }
    }

    @Test
    void an_answer_that_nobody_asked_for_is_not_taken_for_the_next_calls() throws IOException {
        try (var store = new ScriptedStore((call, number) -> answerAll(
                call, number == 1 ? NO_CONTENT + NO_CONTENT : "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"))) {
            assertEquals(new Outcome.Answered(204), post(store));
            assertEquals(new Outcome.Answered(500), post(store));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_is_not_followed(int status) throws IOException {
        try (var elsewhere = new ScriptedStore((call, number) -> answerAll(call, NO_CONTENT));
                var store = new ScriptedStore((call, number) -> answerAll(
                        call,
                        "HTTP/1.1 " + status + " Moved\r\nLocation: " + elsewhere.address("http", "127.0.0.1")
                                + "\r\nContent-Length: 0\r\n\r\n"))) {
            assertEquals(new Outcome.Answered(status), post(store));
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
        try (var store = new ScriptedStore((call, number) -> answerAll(call, answer))) {
            var expected = seconds == 0
                    ? new Outcome.Answered(status)
                    : new Outcome.AskedToWait(status, Duration.ofSeconds(seconds));
            assertEquals(expected, post(store));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nA: ", "HTTP/1.1 100 Continue\r\n\r\n"})
    void a_store_that_trickles_its_answer_is_given_up_in_time(String begin) throws IOException {
        transport = transport(SHORT);
        var gone = new AtomicBoolean();
        try (var store = new ScriptedStore((call, number) -> {
            call.comes();
            call.says(begin);
            trickle(call, "a", gone);
        })) {
            assertInstanceOf(Outcome.Unreachable.class, post(store));
        } finally {
            gone.set(true);
        }
    }

    @Test
    void a_store_that_does_not_shake_hands_is_given_up_in_time() throws IOException {
        transport = transport(SHORT);
        var gone = new AtomicBoolean();
        try (var store = new ScriptedStore((call, number) -> trickle(call, "\u0016", gone))) {
            var endpoint = new WebhookEndpoint("books", store.address("https", "127.0.0.1"), SECRET);
            assertInstanceOf(
                    Outcome.Unreachable.class,
                    transport.post(endpoint, event(), AT).outcome());
        } finally {
            gone.set(true);
        }
    }

    @Test
    void a_body_without_end_is_left_unread_and_changes_nothing() throws IOException {
        transport = transport(SHORT);
        for (var head : List.of("", "Transfer-Encoding: chunked\r\n", "Content-Length: 9000\r\n")) {
            var gone = new AtomicBoolean();
            try (var store = new ScriptedStore((call, number) -> {
                call.comes();
                call.says("HTTP/1.1 200 OK\r\n" + head + "\r\n");
                trickle(call, "1\r\na\r\n", gone);
            })) {
                assertEquals(new Outcome.Answered(200), post(store), head);
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
        try (var store = new ScriptedStore((call, number) -> answerAll(call, answer))) {
            var outcome = assertInstanceOf(Outcome.Unreachable.class, post(store));
            assertTrue(outcome.why().startsWith("the answer"), outcome.why());
        }
    }

    @Test
    void a_head_without_end_is_given_up() throws IOException {
        try (var store = new ScriptedStore((call, number) -> {
            call.comes();
            call.says("HTTP/1.1 200 OK\r\n" + ("A: " + "a".repeat(1_000) + "\r\n").repeat(100) + "\r\n");
        })) {
            assertEquals(new Outcome.Unreachable("the answer is too long"), post(store));
        }
    }

    @Test
    void a_port_where_nobody_listens_is_unreachable() throws IOException {
        var store = new ScriptedStore((call, number) -> call.comes());
        store.close();
        assertInstanceOf(Outcome.Unreachable.class, post(store));
    }

    private Outcome post(ScriptedStore store) {
        var endpoint = new WebhookEndpoint("books", store.address("http", "127.0.0.1"), SECRET);
        return transport.post(endpoint, event(), AT).outcome();
    }

    private static HttpWebhookTransport transport(Patience patience) {
        var tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        return new HttpWebhookTransport(new AddressGuard(List.of()), tls, patience);
    }

    private static void answerAll(ScriptedStore.Call call, String answer) throws IOException {
        while (call.comes()) {
            call.says(answer);
        }
    }

    // Ends with the connection: nobody can write to a socket that is closed.
    private static void trickle(ScriptedStore.Call call, String piece, AtomicBoolean gone) throws IOException {
        while (!gone.get()) {
            call.says(piece);
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(5).toNanos());
        }
    }

    private static WebhookEvent event() {
        var payment = new PaymentId("pay_0123456789ABCDEFGHJKMNPQRS");
        var content = new WebhookEvent.Content(AT, "{\"好\":\"📚\"}");
        return new WebhookEvent(WebhookEvent.idOf(payment, 1), "books", payment, "payment.settled", content);
    }
}
