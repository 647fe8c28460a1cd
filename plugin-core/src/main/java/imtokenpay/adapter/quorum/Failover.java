package imtokenpay.adapter.quorum;

import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.Reading;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Believes one provider: the healthiest that answers. The others are asked only when it fails or seems to stand still.
final class Failover {
    // Longer than two blocks of nearly every chain. Where blocks are rarer, a second provider is asked for nothing.
    private static final Duration STILL_MAX = Duration.ofMinutes(2);

    private final List<Member> members;
    private final InstantSource clock;

    Failover(List<Member> members, InstantSource clock) {
        this.members = members;
        this.clock = clock;
    }

    <T> T first(Function<ChainReader, T> question) {
        var failed = new ArrayList<Answer.Failed<T>>();
        for (var member : byHealth()) {
            switch (member.ask(question)) {
                case Answer.Said<T> said -> {
                    return said.value();
                }
                case Answer.Failed<T> failure -> failed.add(failure);
                case Answer.Broke<T> broke -> throw broke.error();
            }
        }
        throw summary(failed);
    }

    /// Reads on. A node that stands still answers well and says nothing new: then another may be further.
    Reading read(ChainTail known, Function<ChainReader, Reading> question) {
        var failed = new ArrayList<Answer.Failed<Reading>>();
        var still = new ArrayList<Answer.Said<Reading>>();
        for (var member : byHealth()) {
            switch (member.ask(question)) {
                case Answer.Said<Reading> said when isStill(said.value(), known) -> still.add(said);
                case Answer.Said<Reading> said -> {
                    var height = said.value().last().height();
                    still.forEach(
                            it -> it.member().lagged(height - it.value().last().height()));
                    return said.value();
                }
                case Answer.Failed<Reading> failure -> failed.add(failure);
                case Answer.Broke<Reading> broke -> throw broke.error();
            }
        }
        if (still.isEmpty()) {
            throw summary(failed);
        }
        return still.getFirst().value();
    }

    private boolean isStill(Reading reading, ChainTail known) {
        return reading.last().equals(known.last())
                && reading.last().time().plus(STILL_MAX).isBefore(clock.instant());
    }

    // The scores are taken once: they change while they are compared. The order is stable: of equals, the one that
    // stands first in the configuration.
    private List<Member> byHealth() {
        record Scored(Member member, int score) {}
        return members.stream()
                .map(member -> new Scored(member, member.score()))
                .sorted(Comparator.comparing(Scored::score).reversed())
                .map(Scored::member)
                .toList();
    }

    private static <T> ChainUnavailable summary(List<Answer.Failed<T>> failed) {
        var first = failed.getFirst().why();
        if (failed.size() == 1) {
            return first;
        }
        var words = failed.stream()
                .map(failure -> failure.member().name() + ": " + failure.why().getMessage())
                .collect(Collectors.joining("; "));
        return new ChainUnavailable(first.reason(), "no provider gives a usable answer: " + words, first);
    }
}
