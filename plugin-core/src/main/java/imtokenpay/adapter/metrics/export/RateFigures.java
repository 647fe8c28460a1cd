package imtokenpay.adapter.metrics.export;

import static imtokenpay.adapter.metrics.figure.Figure.RATE_SOURCE_FAILURES;
import static imtokenpay.adapter.metrics.figure.Figure.RATE_SOURCE_UP;

import imtokenpay.adapter.metrics.figure.Exporter;
import imtokenpay.adapter.metrics.figure.Figures;
import imtokenpay.adapter.metrics.figure.Label;
import imtokenpay.quote.RateSheet;
import imtokenpay.quote.live.SourceFailed.Reason;
import imtokenpay.quote.live.SourceStanding;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// How those do who are asked for prices; nothing where all rates are fixed.
@Dependent
public class RateFigures implements Exporter {
    private final RateSheet sheet;

    @Inject
    public RateFigures(RateSheet sheet) {
        this.sheet = sheet;
    }

    @Override
    public void register(Figures figures) {
        for (var i = 0; i < sheet.standings().size(); i++) {
            register(figures, i);
        }
    }

    private void register(Figures figures, int place) {
        Supplier<SourceStanding> standing = () -> sheet.standings().get(place);
        var source = new Label("source", standing.get().source());
        figures.shows(RATE_SOURCE_UP, List.of(source), () -> isUp(standing.get()) ? 1 : 0);
        for (var reason : Reason.values()) {
            var why = new Label("reason", reason.name().toLowerCase(Locale.ROOT));
            figures.shows(
                    RATE_SOURCE_FAILURES,
                    List.of(source, why),
                    () -> standing.get().failures().getOrDefault(reason, 0L));
        }
    }

    private static boolean isUp(SourceStanding standing) {
        return standing.answered().isPresent() && standing.complaint().isEmpty();
    }
}
