package imtokenpay.adapter.rates;

import imtokenpay.quote.live.RateSource;
import imtokenpay.quote.live.SourceFailed;
import imtokenpay.quote.live.SourceFailed.Reason;
import imtokenpay.quote.live.SourceStanding;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How one source did so far. What it does wrong is told once, not at every question.
final class SourceRecord {
    private static final Logger LOG = System.getLogger(LiveRates.class.getName());

    private final String source;
    private final Map<Reason, Long> failures = new EnumMap<>(Reason.class);
    private Optional<Instant> answered = Optional.empty();
    private boolean wasAsked;
    private Optional<String> complaint = Optional.empty();
    private Optional<Set<Reason>> told = Optional.empty();

    SourceRecord(String source) {
        this.source = source;
    }

    synchronized SourceStanding standing() {
        return new SourceStanding(source, answered, complaint, Map.copyOf(failures));
    }

    /// Whether it has answered or failed yet.
    synchronized boolean wasAsked() {
        return wasAsked;
    }

    synchronized void answered(RateSource.Answer answer, Instant now) {
        if (!answer.reports().isEmpty()) {
            answered = Optional.of(now);
        }
        answer.reasons().forEach(this::count);
        note(answer.complaint(), Set.copyOf(answer.reasons()));
    }

    synchronized void failed(SourceFailed why) {
        count(why.reason());
        note(Optional.ofNullable(why.getMessage()), Set.of(why.reason()));
    }

    private void count(Reason reason) {
        failures.merge(reason, 1L, Long::sum);
    }

    private void note(Optional<String> what, Set<Reason> why) {
        wasAsked = true;
        complaint = what;
        if (what.isEmpty()) {
            if (told.isPresent()) {
                LOG.log(Level.INFO, "{0} tells prices again", source);
            }
            told = Optional.empty();
        } else if (!told.equals(Optional.of(why))) {
            LOG.log(Level.WARNING, "{0} tells no usable price: {1}", source, what.get());
            told = Optional.of(why);
        }
    }
}
