package imtokenpay.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Attempt.Outcome;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Several calls to a store over one connection, and what becomes of a call when the store closes it.
class KeptConnectionTest {
    private final HttpWebhookTransport transport = StoreCall.transport(StoreCall.LONG);

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void a_store_that_closes_a_kept_connection_when_the_next_call_comes_is_called_again_at_once() throws IOException {
        try (var store = new ScriptedStore((call, number) -> {
            if (call.comes()) {
                call.says(StoreCall.NO_CONTENT);
            }
            // The first connection is closed just when it is used again.
            if (call.comes() && number > 1) {
                call.says(StoreCall.NO_CONTENT);
            }
        })) {
            assertEquals(new Outcome.Answered(204), StoreCall.post(transport, store));
            assertEquals(new Outcome.Answered(204), StoreCall.post(transport, store));
            assertEquals(2, store.connections());
            assertEquals(3, store.calls().size());
            assertEquals(1, store.calls().stream().distinct().count(), "each time the same call");
        }
    }

    @Test
    void it_is_called_again_once_and_no_more() throws IOException {
        try (var store = new ScriptedStore((call, number) -> {
            if (call.comes() && number == 1) {
                call.says(StoreCall.NO_CONTENT);
                call.comes();
            }
        })) {
            assertEquals(new Outcome.Answered(204), StoreCall.post(transport, store));
            assertInstanceOf(Outcome.Unreachable.class, StoreCall.post(transport, store));
            assertEquals(2, store.connections());
            assertEquals(3, store.calls().size());
        }
    }

    @Test
    void a_store_that_closes_a_new_connection_is_not_called_again() throws IOException {
        try (var store = new ScriptedStore((call, number) -> call.comes())) {
            assertInstanceOf(Outcome.Unreachable.class, StoreCall.post(transport, store));
            assertEquals(1, store.calls().size());
        }
    }

    @Test
    void a_kept_connection_that_breaks_off_within_an_answer_is_not_used_to_call_again() throws IOException {
        try (var store = new ScriptedStore((call, number) -> {
            if (call.comes()) {
                call.says(StoreCall.NO_CONTENT);
            }
            if (call.comes()) {
                call.says("HTTP/1.1 20");
            }
        })) {
            StoreCall.post(transport, store);
            assertInstanceOf(Outcome.Unreachable.class, StoreCall.post(transport, store));
            assertEquals(2, store.calls().size());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\ntransfer-encoding: Chunked\r\n\r\n2;a=b\r\nok\r\n0\r\nTrailer: x\r\n\r\n",
                "HTTP/1.1 100 Go\r\n\r\nHTTP/1.1 103 Hint\r\nLink: x\r\n\r\nHTTP/1.1 202\r\nContent-Length: 0\r\n\r\n"
            })
    void a_connection_serves_one_call_after_the_other(String answer) throws IOException {
        try (var store = new ScriptedStore((call, number) -> StoreCall.answerAll(call, answer))) {
            for (var i = 0; i < 20; i++) {
                assertTrue(new Attempt(StoreCall.AT, StoreCall.post(transport, store)).isDelivered());
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
        try (var store = new ScriptedStore((call, number) -> StoreCall.answerAll(call, answer))) {
            assertEquals(new Outcome.Answered(200), StoreCall.post(transport, store));
            assertEquals(new Outcome.Answered(200), StoreCall.post(transport, store));
            assertEquals(2, store.connections());
        }
    }

    @Test
    void an_answer_that_nobody_asked_for_is_not_taken_for_the_next_calls() throws IOException {
        try (var store = new ScriptedStore((call, number) -> StoreCall.answerAll(
                call,
                number == 1
                        ? StoreCall.NO_CONTENT + StoreCall.NO_CONTENT
                        : "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"))) {
            assertEquals(new Outcome.Answered(204), StoreCall.post(transport, store));
            assertEquals(new Outcome.Answered(500), StoreCall.post(transport, store));
        }
    }
}
