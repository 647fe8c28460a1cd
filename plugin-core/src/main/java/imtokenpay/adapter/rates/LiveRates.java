package imtokenpay.adapter.rates;

import imtokenpay.money.Asset;
import imtokenpay.quote.live.RateBoard;
import imtokenpay.quote.live.RatePair;
import imtokenpay.quote.live.RateReport;
import imtokenpay.quote.live.RateRule;
import imtokenpay.quote.live.RateRuling;
import imtokenpay.quote.live.RateSource;
import imtokenpay.quote.live.SourceFailed;
import imtokenpay.quote.live.SourceStanding;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What the sources said last, and what that makes of each pair at this moment. Kept in memory alone: after a restart
/// there is no price until somebody says one.
public final class LiveRates implements RateBoard, AutoCloseable {
    private static final Logger LOG = System.getLogger(LiveRates.class.getName());

    /// How often to ask, and whom.
    public record Asked(List<RateSource> sources, Duration rest) {}

    private final Map<RatePair, RateRule> rules;
    private final Asked asked;
    private final InstantSource clock;
    private final Map<RatePair, Map<String, RateReport>> heard = new ConcurrentHashMap<>();
    private final Map<String, SourceRecord> records = new ConcurrentHashMap<>();
    private final Map<RatePair, String> told = new ConcurrentHashMap<>();

    /// @param rules by which each pair is judged
    public LiveRates(Map<RatePair, RateRule> rules, Asked asked, InstantSource clock) {
        this.rules = Map.copyOf(rules);
        this.asked = asked;
        this.clock = clock;
        asked.sources().forEach(source -> records.put(source.name(), new SourceRecord(source.name())));
    }

    /// What is known of a pair now; empty where it has no sources.
    public Optional<RateRuling> ruling(RatePair pair) {
        return Optional.ofNullable(rules.get(pair))
                .map(rule -> rule.judge(
                        List.copyOf(heard.getOrDefault(pair, Map.of()).values()), clock.instant()));
    }

    /// The pairs of an asset that have sources.
    public List<RatePair> pairs(Asset asset) {
        return rules.keySet().stream()
                .filter(pair -> pair.asset().equals(asset))
                .toList();
    }

    /// How each source did so far.
    public List<SourceStanding> standings() {
        return asked.sources().stream()
                .map(source -> records.get(source.name()).standing())
                .toList();
    }

    @Override
    public List<RateSource> sources() {
        return asked.sources();
    }

    @Override
    public Duration rest() {
        return asked.rest();
    }

    @Override
    public void heard(RateSource source, RateSource.Answer answer) {
        answer.reports()
                .forEach((pair, report) -> heard.computeIfAbsent(pair, any -> new ConcurrentHashMap<>())
                        .put(source.name(), report));
        records.get(source.name()).answered(answer, clock.instant());
        tellChanges();
    }

    @Override
    public void failed(RateSource source, SourceFailed why) {
        records.get(source.name()).failed(why);
        tellChanges();
    }

    @Override
    public void close() {
        asked.sources().forEach(RateSource::close);
    }

    // Once for each change, not at every question; and not before everybody could say something.
    private void tellChanges() {
        if (!records.values().stream().allMatch(SourceRecord::wasAsked)) {
            return;
        }
        for (var pair : rules.keySet()) {
            switch (ruling(pair).orElseThrow()) {
                case RateRuling.Agreed agreed -> {
                    if (told.remove(pair) != null) {
                        LOG.log(Level.INFO, "{0} has a price again: {1}", pair, RateReport.words(agreed.agreeing()));
                    }
                }
                case RateRuling.None none -> {
                    if (!none.why().name().equals(told.put(pair, none.why().name()))) {
                        LOG.log(
                                Level.WARNING,
                                "{0} has no price, so no payment can be asked for: {1}",
                                pair,
                                why(none));
                    }
                }
            }
        }
    }

    private static String why(RateRuling.None none) {
        return switch (none.why()) {
            case TOO_FEW ->
                none.usable().isEmpty()
                        ? "no source says anything that is not too old"
                        : "too few sources say anything that is not too old; " + RateReport.words(none.usable());
            case DISAGREEMENT -> "the sources contradict each other; " + RateReport.words(none.usable());
        };
    }
}
