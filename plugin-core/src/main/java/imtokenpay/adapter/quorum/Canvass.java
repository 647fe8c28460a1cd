package imtokenpay.adapter.quorum;

import imtokenpay.adapter.quorum.Answer.Said;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Asks several providers at once and holds their answers in the order in which they come.
final class Canvass<T> {
    /// No reader takes longer, by its own deadlines; if one does, it is not waited for.
    static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Executor threads;
    private final BlockingQueue<Answer<T>> box = new LinkedBlockingQueue<>();
    private final Map<Member, Answer<T>> answers = new LinkedHashMap<>();
    private final Set<Member> open = new HashSet<>();

    Canvass(Executor threads) {
        this.threads = threads;
    }

    /// Asks one, perhaps anew; its next answer takes the place of the last.
    void ask(Member member, Function<ChainReader, T> question) {
        open.add(member);
        member.ask(question, threads, box::add);
    }

    /// Waits for one more answer; false when no more is to come, or none came in that time.
    boolean hears(Duration patience) {
        if (open.isEmpty()) {
            return false;
        }
        try {
            var answer = box.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (answer == null) {
                return false;
            }
            if (answer instanceof Answer.Broke<T> broke) {
                throw broke.error();
            }
            open.remove(answer.member());
            answers.remove(answer.member());
            answers.put(answer.member(), answer);
            return true;
        } catch (InterruptedException stopped) {
            open.forEach(Member::stop);
            Thread.currentThread().interrupt();
            throw new ChainUnavailable(Reason.UNREACHABLE, "reading was stopped", stopped);
        }
    }

    /// Whether answers have come that were not heard yet: to hear them costs no time, and one may be a lie to note.
    boolean hasUnheard() {
        return !box.isEmpty();
    }

    /// What was answered so far by those who are not being asked anew.
    List<Said<T>> said() {
        return answers.values().stream()
                .filter(answer -> !open.contains(answer.member()))
                .flatMap(answer -> answer instanceof Said<T> said ? java.util.stream.Stream.of(said) : null)
                .toList();
    }

    /// That too few agree, with who said what.
    ChainUnavailable disunity(int needed, Function<T, String> words) {
        var said = answers.values().stream()
                .map(answer -> answer.member().name() + " "
                        + switch (answer) {
                            case Said<T> it -> "says " + words.apply(it.value());
                            case Answer.Failed<T> it -> "fails: " + it.why().getMessage();
                            case Answer.Broke<T> it -> "broke";
                        })
                .collect(Collectors.joining("; "));
        var silent =
                open.stream().map(member -> "; " + member.name() + " is silent").collect(Collectors.joining());
        return new ChainUnavailable(
                reason(needed), needed + " providers must agree, and no " + needed + " do: " + said + silent);
    }

    // Two who contradict each other are one kind of trouble; too few who answer are another.
    private Reason reason(int needed) {
        if (said().size() >= needed) {
            return Reason.INCONSISTENT;
        }
        return answers.values().stream()
                .flatMap(answer -> answer instanceof Answer.Failed<T> failed
                        ? java.util.stream.Stream.of(failed.why().reason())
                        : null)
                .findFirst()
                .orElse(Reason.UNREACHABLE);
    }
}
