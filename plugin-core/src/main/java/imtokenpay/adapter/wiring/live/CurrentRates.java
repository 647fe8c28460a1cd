package imtokenpay.adapter.wiring.live;

import imtokenpay.money.Asset;
import imtokenpay.quote.Rate;
import imtokenpay.quote.RateSheet;
import imtokenpay.quote.Rates;
import imtokenpay.quote.live.RateBoard;
import imtokenpay.quote.live.RateSource;
import imtokenpay.quote.live.SourceFailed;
import imtokenpay.quote.live.SourceStanding;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// The rates in use. After an exchange there is no live price until somebody says one anew: what an
/// old source said may have been about another coin.
@Singleton
public class CurrentRates implements Rates, RateSheet, RateBoard {
    private final LiveArrangement live;

    @Inject
    public CurrentRates(LiveArrangement live) {
        this.live = live;
    }

    @Override
    public Optional<Rate> rate(Asset asset, Currency currency) {
        return live.current().rates().rate(asset, currency);
    }

    @Override
    public List<Line> of(Asset asset) {
        return live.current().rates().of(asset);
    }

    @Override
    public List<Currency> missing(Asset asset) {
        return live.current().rates().missing(asset);
    }

    @Override
    public List<SourceStanding> standings() {
        return live.current().rates().standings();
    }

    @Override
    public List<RateSource> sources() {
        return board().sources();
    }

    @Override
    public Duration rest() {
        return board().rest();
    }

    @Override
    public void heard(RateSource source, RateSource.Answer answer) {
        if (isStillAsked(source)) {
            board().heard(source, answer);
        }
    }

    @Override
    public void failed(RateSource source, SourceFailed why) {
        if (isStillAsked(source)) {
            board().failed(source, why);
        }
    }

    // It was asked before an exchange and answers after it: nobody wants to know any more.
    private boolean isStillAsked(RateSource source) {
        return board().sources().contains(source);
    }

    private RateBoard board() {
        return live.current().rates().live();
    }
}
