package imtokenpay.adapter.evm.rpc.parts;

import imtokenpay.chain.watch.ChainUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BinaryOperator;

/// Asks in as few requests as the node takes. Some providers take few calls at once, some none but one without a list
/// around it (JSON-RPC 2.0, section 6, leaves batches to the server). A node that has answered as many calls before is
/// believed to take them still, until it has refused ten times in a row.
///
/// @param <Q> a question
/// @param <A> the answers to several
public final class Parts<Q, A> {
    private static final int BARE = 0;
    private static final int REFUSALS_MAX = 10;
    // Then more is tried again: the provider may have changed, or somebody pays it now.
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    /// Asks in one request.
    ///
    /// @param <Q> a question
    /// @param <A> the answers to several
    public interface Request<Q, A> {
        /// @param isBare a single question, without a list around it
        /// @throws WholeRefusal if all were refused at once
        A ask(List<Q> questions, boolean isBare);
    }

    private record Most(int atOnce, Instant until) {}

    private final BinaryOperator<A> both;
    private final InstantSource clock;
    private volatile int answeredAtOnce;
    private volatile int refusedInRow;
    private volatile Most most = new Most(Integer.MAX_VALUE, Instant.MIN);

    /// @param both two answers as one
    public Parts(BinaryOperator<A> both, InstantSource clock) {
        this.both = both;
        this.clock = clock;
    }

    /// Asks all of them.
    ///
    /// @throws ChainUnavailable if there is no answer to one of them
    public A ask(List<Q> questions, Request<Q, A> request) {
        return ask(questions, clock.instant().isBefore(most.until()) ? most.atOnce() : Integer.MAX_VALUE, request);
    }

    private A ask(List<Q> questions, int atOnce, Request<Q, A> request) {
        if (questions.size() > Math.max(1, atOnce)) {
            var first = ask(questions.subList(0, Math.max(1, atOnce)), atOnce, request);
            return both.apply(first, ask(questions.subList(Math.max(1, atOnce), questions.size()), atOnce, request));
        }
        var isBare = atOnce == BARE;
        try {
            var answer = request.ask(questions, isBare);
            answeredAtOnce = Math.max(answeredAtOnce, isBare ? 0 : questions.size());
            refusedInRow = 0;
            return answer;
        } catch (WholeRefusal refusal) {
            if (isBare || isKnownToTake(questions.size())) {
                throw refusal.why();
            }
            return fewer(questions, refusal.why(), request);
        }
    }

    private boolean isKnownToTake(int count) {
        if (count > answeredAtOnce) {
            return false;
        }
        refusedInRow++;
        if (refusedInRow >= REFUSALS_MAX) {
            answeredAtOnce = 0;
        }
        return true;
    }

    private A fewer(List<Q> questions, ChainUnavailable why, Request<Q, A> request) {
        var atOnce = questions.size() / 2;
        A answer;
        try {
            answer = ask(questions, atOnce, request);
        } catch (ChainUnavailable stillNot) {
            // Then the number was not the matter, and the first complaint is the one to be told.
            throw why;
        }
        if (atOnce < most.atOnce() || !clock.instant().isBefore(most.until())) {
            most = new Most(atOnce, clock.instant().plus(REMEMBERED));
        }
        return answer;
    }
}
