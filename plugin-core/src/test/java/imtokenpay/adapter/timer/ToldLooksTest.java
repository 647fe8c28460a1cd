package imtokenpay.adapter.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ToldLooksTest {
    private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(15);

    private Instant now = START;
    private Duration rest = LONG;
    private Runnable meanwhile = () -> {};
    private final List<Instant> looks = new ArrayList<>();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final ToldLooks told = new ToldLooks(this::look, () -> now, tasks::add, this::pass);

    @Test
    void woken_while_it_rests_it_looks_at_once() {
        told.tick();
        pass(Duration.ofSeconds(5));
        told.wake();
        run();
        assertEquals(List.of(START, START.plusSeconds(5)), looks);
    }

    @Test
    void the_timer_comes_every_second_and_looks_only_when_the_rest_is_over() {
        for (var second = 0; second <= 15; second++) {
            assertEquals(ToldLooks.TICK, told.tick());
            pass(Duration.ofSeconds(1));
        }
        assertEquals(List.of(START, START.plus(LONG)), looks);
    }

    @Test
    void the_rest_begins_anew_with_each_look() {
        told.tick();
        pass(Duration.ofSeconds(10));
        told.wake();
        run();
        pass(Duration.ofSeconds(10));
        told.tick();
        assertEquals(2, looks.size());
        pass(Duration.ofSeconds(5));
        told.tick();
        assertEquals(3, looks.size());
    }

    @Test
    void a_rest_that_turns_out_short_is_kept_short() {
        told.tick();
        pass(Duration.ofSeconds(5));
        rest = Duration.ofMillis(250);
        told.wake();
        run();
        assertEquals(rest, told.tick());
        pass(rest);
        told.tick();
        assertEquals(3, looks.size());
    }

    @Test
    void a_burst_makes_one_look_and_what_comes_during_it_one_more() {
        told.tick();
        pass(Duration.ofSeconds(5));
        meanwhile = () -> {
            for (var head = 0; head < 100; head++) {
                told.wake();
            }
            meanwhile = () -> {};
        };
        for (var head = 0; head < 100; head++) {
            told.wake();
        }
        assertEquals(1, tasks.size());
        run();
        assertEquals(3, looks.size());
        run();
        told.tick();
        assertEquals(3, looks.size());
    }

    @Test
    void woken_without_end_it_looks_four_times_a_second_and_gives_the_thread_back() {
        told.tick();
        pass(Duration.ofSeconds(5));
        meanwhile = told::wake;
        told.wake();
        for (var task = 0; task < 20; task++) {
            told.tick();
            tasks.remove().run();
        }
        var time = Duration.between(looks.get(1), looks.getLast());
        assertTrue(looks.size() > 20);
        assertTrue(looks.size() - 2 <= time.toMillis() / 250, looks.size() + " looks in " + time);
    }

    @Test
    void a_look_that_is_due_does_not_wait_for_that() {
        rest = Duration.ofMillis(50);
        told.tick();
        pass(rest);
        assertEquals(rest, told.tick());
        assertEquals(List.of(START, START.plus(rest)), looks);
    }

    @Test
    void where_no_thread_is_free_the_timer_looks() {
        var busy = new ToldLooks(
                this::look,
                () -> now,
                task -> {
                    throw new RejectedExecutionException("busy");
                },
                this::pass);
        busy.tick();
        pass(Duration.ofSeconds(1));
        busy.wake();
        assertEquals(1, looks.size());
        busy.tick();
        assertEquals(2, looks.size());
        busy.tick();
        assertEquals(2, looks.size());
    }

    @Test
    void a_clock_that_is_set_back_stops_nothing() {
        told.tick();
        now = START.minus(Duration.ofDays(1));
        told.tick();
        assertEquals(2, looks.size());
    }

    @Test
    void looks_never_overlap_and_no_wake_is_lost() throws InterruptedException {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var wakes = new AtomicInteger();
        var seen = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var shared = new ToldLooks(
                    () -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        seen.set(wakes.get());
                        LockSupport.parkNanos(100_000);
                        inside.decrementAndGet();
                        return Duration.ofNanos(1);
                    },
                    () -> START,
                    threads,
                    pause -> Thread.onSpinWait());
            var done = new CountDownLatch(8);
            for (var thread = 0; thread < 8; thread++) {
                threads.execute(() -> {
                    for (var i = 0; i < 200; i++) {
                        wakes.incrementAndGet();
                        shared.wake();
                        shared.tick();
                    }
                    done.countDown();
                });
            }
            assertTrue(done.await(60, TimeUnit.SECONDS));
            shared.tick();
        }
        assertEquals(1, most.get());
        assertEquals(1_600, seen.get());
    }

    private Duration look() {
        looks.add(now);
        meanwhile.run();
        return rest;
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private void run() {
        for (var task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }
}
