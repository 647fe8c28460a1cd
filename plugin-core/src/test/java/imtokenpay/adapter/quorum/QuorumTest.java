package imtokenpay.adapter.quorum;

import static imtokenpay.chain.watch.ChainUnavailable.Reason.INCONSISTENT;
import static imtokenpay.chain.watch.ChainUnavailable.Reason.NOT_UNDERSTOOD;
import static imtokenpay.chain.watch.ChainUnavailable.Reason.UNREACHABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.Watch;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What several providers say, and what is believed of it.
class QuorumTest {
    private static final Watch WATCH = new Watch(Set.of(), Set.of());

    private final ScriptedProvider a = new ScriptedProvider(10);
    private final ScriptedProvider b = new ScriptedProvider(10);
    private final ScriptedProvider c = new ScriptedProvider(10);
    private final ChainTail known = new ChainTail(List.of(a.block(6), a.block(7), a.block(8)));
    private Instant now = ScriptedProvider.START.plusSeconds(130);
    private final Executor direct = Runnable::run;

    private Quorum quorum(int needed, Executor threads, ScriptedProvider... readers) {
        var names = List.of("a.example", "b.example", "c.example").iterator();
        var providers = List.of(readers).stream()
                .map(reader -> new Provider(names.next(), reader))
                .toList();
        return new Quorum(providers, needed, () -> now, threads);
    }

    private Quorum twoOfThree() {
        return quorum(2, direct, a, b, c);
    }

    private Reading read(Quorum quorum) {
        return quorum.read(known, WATCH);
    }

    @Test
    void three_who_say_the_same_are_believed() {
        List.of(a, b, c).forEach(reader -> reader.paid = List.of(9L));
        var reading = read(twoOfThree());
        assertEquals(a.block(10), reading.last());
        assertEquals(2, reading.blocks().size());
        assertEquals(1, reading.transfers().size());
        assertTrue(reading.isComplete());
    }

    @Test
    void no_single_one_says_how_high_the_chain_is() {
        a.height = 1_000_000;
        assertEquals(10, twoOfThree().head().orElseThrow());
        b.height = 12;
        assertEquals(12, twoOfThree().head().orElseThrow());
    }

    @Test
    void a_liar_who_invents_a_transfer_is_outvoted_wherever_it_stands() {
        for (var liar : List.of(a, b, c)) {
            var quorum = twoOfThree();
            liar.paid = List.of(9L);
            assertEquals(List.of(), read(quorum).transfers());
            liar.paid = List.of();
            assertEquals(1, quorum.health().get(List.of(a, b, c).indexOf(liar)).disagreements());
            assertEquals(
                    600, quorum.health().get(List.of(a, b, c).indexOf(liar)).score());
        }
    }

    @Test
    void a_provider_that_hides_a_transfer_hides_nothing() {
        b.paid = List.of(9L);
        c.paid = List.of(9L);
        var quorum = twoOfThree();
        assertEquals(1, read(quorum).transfers().size());
        assertEquals(1, quorum.transfersIn(7, 10, WATCH).size());
        assertEquals(2, quorum.health().getFirst().disagreements());
    }

    @Test
    void when_two_of_two_disagree_nothing_moves_and_both_are_quoted() {
        b.paid = List.of(9L);
        var quorum = quorum(2, direct, a, b);
        var unavailable = assertThrows(ChainUnavailable.class, () -> read(quorum));
        assertEquals(INCONSISTENT, unavailable.reason());
        assertTrue(unavailable.getMessage().contains("a.example says block 10 is a10 with 0 transfers"));
        assertTrue(unavailable.getMessage().contains("b.example says block 10 is a10 with 1 transfers"));
    }

    @Test
    void a_provider_that_lags_is_no_liar_and_holds_nobody_up() {
        c.height = 9;
        var quorum = twoOfThree();
        assertEquals(10, read(quorum).last().height());
        c.height = 7;
        assertEquals(10, read(quorum).last().height());
        assertEquals(0, quorum.health().getLast().disagreements());
        assertTrue(
                quorum.health().getLast().score() < quorum.health().getFirst().score());
    }

    @Test
    void what_only_one_has_reached_waits_for_a_second() {
        a.height = 12;
        a.paid = List.of(11L);
        c.failure = new ChainUnavailable(UNREACHABLE, "down");
        var reading = read(twoOfThree());
        assertEquals(10, reading.last().height());
        assertEquals(List.of(), reading.transfers());
        assertEquals(a.block(10).time(), reading.view().asOf());
        assertTrue(reading.isComplete(), "one alone is no reason to ask again at once");
    }

    @Test
    void what_two_have_beyond_the_agreed_height_is_read_at_once() {
        a.height = 12;
        b.height = 12;
        b.branch = 12;
        c.height = 11;
        var reading = read(twoOfThree());
        assertEquals(11, reading.last().height());
        assertFalse(reading.isComplete());
        var tail = new ChainTail(List.of(a.block(10), a.block(11)));
        var quorum = twoOfThree();
        assertThrows(ChainUnavailable.class, () -> quorum.read(tail, WATCH), "a contradiction is no standstill");
    }

    @Test
    void a_reading_that_left_out_the_common_block_is_asked_for_again_up_to_there() {
        a.height = 100;
        a.kept = 5;
        c.failure = new ChainUnavailable(UNREACHABLE, "down");
        var reading = read(twoOfThree());
        assertEquals(10, reading.last().height());
        assertEquals(2, a.asked);
    }

    @Test
    void a_block_below_the_agreed_one_counts_only_if_enough_hold_the_same() {
        a.misdated = 9;
        assertEquals(List.of(b.block(10)), read(twoOfThree()).blocks());
        a.misdated = -1;
        assertEquals(List.of(b.block(9), b.block(10)), read(twoOfThree()).blocks());
    }

    @Test
    void what_is_cut_off_may_be_dated_before_what_is_agreed_and_then_time_has_not_come_so_far() {
        a.height = 12;
        a.datedBack = 11;
        b.height = 11;
        b.branch = 11;
        b.datedBack = 11;
        c.height = 10;
        c.paid = List.of(10L);
        var reading = read(twoOfThree());
        assertEquals(10, reading.last().height());
        assertTrue(reading.view().asOf().isBefore(a.block(11).time()), () -> reading.view() + "");
    }

    @Test
    void what_brings_no_news_is_no_reason_to_ask_again_at_once() {
        var reading = twoOfThree().read(known, WATCH, known.last().height());
        assertEquals(known.last(), reading.last());
        assertTrue(reading.isComplete());
    }

    @Test
    void a_reorg_that_one_sees_first_counts_when_a_second_sees_it() {
        a.branch = 8;
        a.height = 11;
        a.paid = List.of(9L);
        var quorum = twoOfThree();
        assertEquals(List.of(), read(quorum).transfers());
        b.branch = 8;
        b.height = 11;
        b.paid = List.of(9L);
        var reading = read(quorum);
        assertEquals(a.block(7), reading.fork());
        assertEquals(a.block(11), reading.last());
        assertEquals(1, reading.transfers().size());
    }

    @Test
    @Timeout(10)
    void a_slow_one_does_not_delay_the_others() {
        c.gate = new CountDownLatch(1);
        try (var quorum = quorum(2, Thread::startVirtualThread, a, b, c)) {
            assertEquals(10, read(quorum).last().height());
            assertEquals(10, read(quorum).last().height());
            assertEquals(Map.of(), quorum.health().getLast().failures(), "to be slower is no failure yet");
            now = now.plus(Duration.ofSeconds(11));
            read(quorum);
            assertEquals(Map.of(UNREACHABLE, 1L), quorum.health().getLast().failures());
        }
    }

    @Test
    void an_answer_that_nobody_foresaw_is_counted_and_another_is_asked() {
        a.failure = new ArithmeticException("integer overflow");
        var quorum = twoOfThree();
        assertEquals(10, read(quorum).last().height());
        assertEquals(Map.of(NOT_UNDERSTOOD, 1L), quorum.health().getFirst().failures());
    }

    @Test
    void with_one_needed_the_next_takes_over_and_the_first_comes_back() {
        var quorum = quorum(1, direct, a, b);
        a.failure = new ChainUnavailable(UNREACHABLE, "down");
        assertEquals(10, read(quorum).last().height());
        read(quorum);
        assertEquals(1, a.asked, "the unhealthy one is left alone");
        a.failure = null;
        now = now.plus(Duration.ofHours(1));
        b.height = 400;
        a.height = 400;
        read(quorum);
        assertEquals(2, a.asked);
        assertEquals(1_000, quorum.health().getFirst().score());
    }

    @Test
    void with_one_needed_a_node_that_stands_still_is_left_for_one_that_goes_on() {
        a.height = 8;
        now = now.plus(Duration.ofMinutes(5));
        assertEquals(10, read(quorum(1, direct, a, b)).last().height());
    }

    @Test
    void decimals_that_two_of_two_disagree_on_are_not_known() {
        b.decimals = 18;
        assertThrows(ChainUnavailable.class, () -> quorum(2, direct, a, b).decimals(ScriptedProvider.COIN));
        assertEquals(6, twoOfThree().decimals(ScriptedProvider.COIN));
    }

    @Test
    void it_begins_at_a_block_that_enough_have() {
        a.height = 12;
        c.height = 7;
        assertEquals(a.block(10), twoOfThree().beginning(Instant.MAX));
        assertEquals(2, a.asked, "what one alone has is not even asked for");
        b.branch = 10;
        assertEquals(a.block(7), twoOfThree().beginning(Instant.MAX));
    }

    @Test
    void more_cannot_be_needed_than_there_are() {
        assertThrows(IllegalArgumentException.class, () -> quorum(3, direct, a, b));
        assertThrows(IllegalArgumentException.class, () -> quorum(0, direct, a, b));
    }

    @Test
    @Timeout(10)
    void a_question_asked_apart_ends_no_reading() throws InterruptedException, ExecutionException {
        var quorum = quorum(2, Thread::startVirtualThread, a, b);
        var gate = new CountDownLatch(1);
        for (var provider : List.of(a, b)) {
            provider.gate = gate;
            provider.reached = new CountDownLatch(1);
        }
        var reading = CompletableFuture.supplyAsync(() -> read(quorum));
        a.reached.await();
        b.reached.await();
        assertEquals(BigInteger.TEN, quorum.apart().feed("0xfeed").answer());
        gate.countDown();
        assertEquals(a.block(10), reading.get().last());
    }
}
