package imtokenpay.adapter.evm.rpc.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.chain.watch.ChainUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-12-01T10:00:00Z"));
    private final Parts<Integer, String> parts = new Parts<>(String::concat, now::get);
    private final List<Integer> requests = new ArrayList<>();
    private int takes = Integer.MAX_VALUE;
    private final ChainUnavailable complaint = new ChainUnavailable("too many at once");

    @Test
    void a_node_that_takes_all_is_asked_once() {
        assertEquals("0123456789", ask(10));
        assertEquals(List.of(10), requests);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 9})
    void a_node_that_takes_fewer_is_asked_in_parts_and_answers_in_order(int most) {
        takes = most;
        assertEquals("0123456789", ask(10));
        requests.clear();
        assertEquals("0123456789", ask(10));
        requests.forEach(size -> assertEquals(true, size <= most, () -> requests + " of a node that takes " + most));
    }

    @Test
    void a_node_that_takes_no_list_at_all_is_asked_one_by_one() {
        takes = 0;
        assertEquals("0123", ask(4));
        requests.clear();
        assertEquals("0123", ask(4));
        assertEquals(List.of(0, 0, 0, 0), requests, "bare, each");
    }

    @Test
    void more_at_once_is_tried_again_later() {
        takes = 2;
        ask(8);
        takes = Integer.MAX_VALUE;
        requests.clear();
        now.set(now.get().plus(Duration.ofMinutes(9)));
        ask(8);
        assertEquals(List.of(2, 2, 2, 2), requests);
        requests.clear();
        now.set(now.get().plus(Duration.ofMinutes(2)));
        ask(8);
        assertEquals(List.of(8), requests);
    }

    @Test
    void who_refuses_even_one_is_quoted_with_what_he_said_first() {
        takes = -1;
        assertSame(complaint, assertThrows(ChainUnavailable.class, () -> ask(8)));
        assertEquals(List.of(8, 4, 2, 1, 0), requests);
    }

    @Test
    void a_node_that_took_as_many_before_is_in_trouble_and_is_not_asked_more_often() {
        ask(8);
        takes = 4;
        requests.clear();
        assertSame(complaint, assertThrows(ChainUnavailable.class, () -> ask(8)));
        assertEquals(List.of(8), requests);
    }

    @Test
    void a_node_that_goes_on_refusing_what_it_took_once_is_asked_for_less_in_the_end() {
        ask(8);
        takes = 4;
        for (var i = 0; i < 10; i++) {
            assertThrows(ChainUnavailable.class, () -> ask(8));
        }
        assertEquals("01234567", ask(8));
    }

    @Test
    void what_is_wrong_with_a_single_question_is_told_as_it_is() {
        var wrong = new ChainUnavailable("no such method");
        Parts.Request<Integer, String> request = (questions, isBare) -> {
            throw wrong;
        };
        assertSame(wrong, assertThrows(ChainUnavailable.class, () -> parts.ask(List.of(1, 2), request)));
    }

    private String ask(int count) {
        return parts.ask(IntStream.range(0, count).boxed().toList(), this::answer);
    }

    private String answer(List<Integer> questions, boolean isBare) {
        requests.add(isBare ? 0 : questions.size());
        if (isBare ? takes < 0 : questions.size() > takes) {
            throw new WholeRefusal(complaint);
        }
        return String.join("", questions.stream().map(String::valueOf).toList());
    }
}
