package imtokenpay.adapter.metrics.export;

import static imtokenpay.adapter.metrics.figure.Figure.PROVIDER_ANSWERS;
import static imtokenpay.adapter.metrics.figure.Figure.PROVIDER_FAILURES;
import static imtokenpay.adapter.metrics.figure.Figure.PROVIDER_OUTVOTED;
import static imtokenpay.adapter.metrics.figure.Figure.PROVIDER_SCORE;
import static imtokenpay.adapter.metrics.figure.Figure.PROVIDER_SECONDS;

import imtokenpay.adapter.metrics.figure.Exporter;
import imtokenpay.adapter.metrics.figure.Figures;
import imtokenpay.adapter.metrics.figure.Label;
import imtokenpay.adapter.quorum.ProviderHealth;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.flow.watch.WatchedChains;
import imtokenpay.money.ChainId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// How each provider of a chain does, by its host's name: the rest of its address may be a key.
@Dependent
public class ProviderFigures implements Exporter {
    private final WatchedChains chains;
    private final ProviderRecords records;

    @Inject
    public ProviderFigures(WatchedChains chains, ProviderRecords records) {
        this.chains = chains;
        this.records = records;
    }

    @Override
    public void register(Figures figures) {
        for (var watched : chains.all()) {
            var chain = watched.reader().chain();
            for (var i = 0; i < records.of(chain).size(); i++) {
                register(figures, chain, i);
            }
        }
    }

    private void register(Figures figures, ChainId chain, int place) {
        Supplier<ProviderHealth> health = () -> records.of(chain).get(place);
        var name = new Label("provider", health.get().name());
        var labels = List.of(Label.chain(chain), name);
        figures.shows(PROVIDER_SCORE, labels, () -> health.get().score());
        figures.shows(PROVIDER_ANSWERS, labels, () -> health.get().answers().count());
        figures.shows(
                PROVIDER_SECONDS,
                labels,
                () -> Figures.seconds(health.get().answers().took()));
        figures.shows(PROVIDER_OUTVOTED, labels, () -> health.get().disagreements());
        for (var reason : Reason.values()) {
            var why = new Label("reason", reason.name().toLowerCase(Locale.ROOT));
            figures.shows(
                    PROVIDER_FAILURES,
                    List.of(Label.chain(chain), name, why),
                    () -> health.get().failures().getOrDefault(reason, 0L));
        }
    }
}
