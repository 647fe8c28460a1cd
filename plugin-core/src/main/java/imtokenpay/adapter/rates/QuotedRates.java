package imtokenpay.adapter.rates;

import imtokenpay.money.Asset;
import imtokenpay.quote.Rate;
import imtokenpay.quote.RateSheet;
import imtokenpay.quote.Rates;
import imtokenpay.quote.live.RatePair;
import imtokenpay.quote.live.RateReport;
import imtokenpay.quote.live.RateRuling;
import imtokenpay.quote.live.SourceStanding;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rates that payments are asked for at: the fixed ones, and those that the sources agree on now.
public final class QuotedRates implements Rates, RateSheet {
    private final Map<RatePair, BigDecimal> fixed;
    private final Instant since;
    private final LiveRates live;

    /// @param fixed of pairs that have no sources
    /// @param since when the fixed ones were read
    public QuotedRates(Map<RatePair, BigDecimal> fixed, Instant since, LiveRates live) {
        this.fixed = Map.copyOf(fixed);
        this.since = since;
        this.live = live;
    }

    /// Those that the sources agree on.
    public LiveRates live() {
        return live;
    }

    @Override
    public Optional<Rate> rate(Asset asset, Currency currency) {
        var pair = new RatePair(asset, currency);
        return Optional.ofNullable(fixed.get(pair))
                .map(Rate::fixed)
                .or(() -> live.ruling(pair).flatMap(QuotedRates::rate));
    }

    @Override
    public List<Line> of(Asset asset) {
        return Stream.concat(
                        fixed.keySet().stream().filter(pair -> pair.asset().equals(asset)), live.pairs(asset).stream())
                .flatMap(pair -> line(pair).stream())
                .sorted(Comparator.comparing(line -> line.currency().getCurrencyCode()))
                .toList();
    }

    @Override
    public List<Currency> missing(Asset asset) {
        return live.pairs(asset).stream()
                .filter(pair -> line(pair).isEmpty())
                .map(RatePair::currency)
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .toList();
    }

    @Override
    public List<SourceStanding> standings() {
        return live.standings();
    }

    private Optional<Line> line(RatePair pair) {
        return Optional.ofNullable(fixed.get(pair))
                .map(rate -> new Line(pair.currency(), rate, Rate.CONFIGURED, since, List.of()))
                .or(() -> live.ruling(pair).flatMap(ruling -> line(pair, ruling)));
    }

    private static Optional<Line> line(RatePair pair, RateRuling ruling) {
        return ruling instanceof RateRuling.Agreed(var price, var agreeing)
                ? Optional.of(new Line(pair.currency(), price.rate(), names(agreeing), price.at(), agreeing))
                : Optional.empty();
    }

    private static Optional<Rate> rate(RateRuling ruling) {
        return ruling instanceof RateRuling.Agreed(var price, var agreeing)
                ? Optional.of(new Rate(price.rate(), RateReport.words(agreeing)))
                : Optional.empty();
    }

    private static String names(List<RateReport> agreeing) {
        return agreeing.stream().map(RateReport::source).sorted().collect(Collectors.joining(", "));
    }
}
