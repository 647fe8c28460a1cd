package imtokenpay.adapter.quorum;

import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A provider with its record. What it does wrong is told once, not at every look.
final class Member {
    private static final Logger LOG = System.getLogger(Quorum.class.getName());
    private static final Duration SILENCE_MAX = Duration.ofSeconds(10);

    private final Provider provider;
    private final Health health;
    private final InstantSource clock;
    private final AtomicLong turn = new AtomicLong();
    private final AtomicReference<@Nullable FutureTask<?>> open = new AtomicReference<>();
    private final AtomicReference<@Nullable Instant> silentSince = new AtomicReference<>();

    Member(Provider provider, InstantSource clock) {
        this.provider = provider;
        this.health = new Health(clock);
        this.clock = clock;
    }

    Provider provider() {
        return provider;
    }

    String name() {
        return provider.name();
    }

    int score() {
        return health.score();
    }

    ProviderHealth health() {
        return health.of(name());
    }

    /// Asks on another thread. Whoever was overtaken by the others may end its answer, for its record, until it is
    /// asked the next time; then that call is ended by interrupt.
    <T> void ask(Function<ChainReader, T> question, Executor threads, Consumer<Answer<T>> box) {
        var mine = turn.incrementAndGet();
        stop();
        silentSince.compareAndSet(null, clock.instant());
        var task = new FutureTask<@Nullable Void>(
                () -> {
                    var asked = clock.instant();
                    var answer = answer(question);
                    if (turn.get() == mine) {
                        note(answer, asked);
                        box.accept(answer);
                    }
                },
                null);
        open.set(task);
        threads.execute(task);
    }

    /// Asks on this thread.
    <T> Answer<T> ask(Function<ChainReader, T> question) {
        var asked = clock.instant();
        var answer = answer(question);
        note(answer, asked);
        return answer;
    }

    /// Ends the call that is still open.
    void stop() {
        var before = open.getAndSet(null);
        var since = silentSince.get();
        if (before != null && before.cancel(true) && since != null && isTooLong(since)) {
            silentSince.set(null);
            failed(new ChainUnavailable(
                    Reason.UNREACHABLE, "it has not answered for " + SILENCE_MAX.toSeconds() + " s and more"));
        }
    }

    void agreed() {
        if (health.agreed()) {
            LOG.log(Level.INFO, "{0} says what the others say again", name());
        }
    }

    void outvoted(String what) {
        if (health.outvoted()) {
            LOG.log(Level.WARNING, "{0} is outvoted and not believed: {1}", name(), what);
        }
    }

    void lagged(long blocks) {
        health.lagged(blocks);
    }

    private boolean isTooLong(Instant since) {
        return Duration.between(since, clock.instant()).compareTo(SILENCE_MAX) >= 0;
    }

    private <T> Answer<T> answer(Function<ChainReader, T> question) {
        try {
            return new Answer.Said<>(this, question.apply(provider.reader()));
        } catch (ChainUnavailable unavailable) {
            return new Answer.Failed<>(this, unavailable);
        } catch (RuntimeException notUnderstood) {
            // What a reader did not foresee in an answer, such as a number out of range. The type alone: a message may
            // repeat what the node sent.
            var text =
                    "its answer is not understood (" + notUnderstood.getClass().getSimpleName() + ")";
            return new Answer.Failed<>(this, new ChainUnavailable(Reason.NOT_UNDERSTOOD, text, notUnderstood));
        } catch (Error broken) {
            return new Answer.Broke<>(this, broken);
        }
    }

    private <T> void note(Answer<T> answer, Instant asked) {
        silentSince.set(null);
        switch (answer) {
            case Answer.Said<T> said -> {
                if (health.answered(Duration.between(asked, clock.instant()))) {
                    LOG.log(Level.INFO, "{0} answers again", name());
                }
            }
            case Answer.Failed<T> failed -> failed(failed.why());
            case Answer.Broke<T> broke -> {}
        }
    }

    private void failed(ChainUnavailable why) {
        if (health.failed(why.reason())) {
            LOG.log(Level.WARNING, "{0} gives no usable answer: {1}", name(), why.getMessage());
        }
    }
}
