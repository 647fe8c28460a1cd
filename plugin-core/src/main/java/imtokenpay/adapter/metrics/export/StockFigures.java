package imtokenpay.adapter.metrics.export;

import static imtokenpay.adapter.metrics.figure.Figure.CHAIN_LEASE;
import static imtokenpay.adapter.metrics.figure.Figure.PAYMENTS;
import static imtokenpay.adapter.metrics.figure.Figure.SLOTS_FREE;
import static imtokenpay.adapter.metrics.figure.Figure.UNMATCHED;
import static imtokenpay.adapter.metrics.figure.Figure.WEBHOOK_DISABLED;
import static imtokenpay.adapter.metrics.figure.Figure.WEBHOOK_OLDEST;
import static imtokenpay.adapter.metrics.figure.Figure.WEBHOOK_PARKED;
import static imtokenpay.adapter.metrics.figure.Figure.WEBHOOK_WAITING;

import imtokenpay.adapter.metrics.figure.Exporter;
import imtokenpay.adapter.metrics.figure.Figures;
import imtokenpay.adapter.metrics.figure.Label;
import imtokenpay.flow.stock.Stock;
import imtokenpay.flow.stock.TakeStock;
import imtokenpay.flow.watch.WatchedChains;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// What the database knows.
@Dependent
public class StockFigures implements Exporter {
    private final FreshStock fresh;
    private final WatchedChains chains;
    private final InstantSource clock;

    @Inject
    public StockFigures(TakeStock take, WatchedChains chains, InstantSource clock) {
        this.fresh = new FreshStock(take::take, clock);
        this.chains = chains;
        this.clock = clock;
    }

    @Override
    public void register(Figures figures) {
        for (var status : TakeStock.COUNTED) {
            figures.shows(
                    PAYMENTS,
                    List.of(new Label("status", status.word())),
                    () -> fresh.stock().payments().get(status));
        }
        figures.shows(UNMATCHED, List.of(), () -> fresh.stock().unmatched());
        telling(figures);
        for (var watched : chains.all()) {
            var chain = watched.reader().chain();
            figures.shows(
                    CHAIN_LEASE,
                    List.of(Label.chain(chain)),
                    () -> fresh.stock().held().contains(chain) ? 1 : 0);
        }
        for (var asset : fresh.stock().free().keySet()) {
            figures.shows(
                    SLOTS_FREE, Label.asset(asset), () -> fresh.stock().free().getOrDefault(asset, 0L));
        }
    }

    private void telling(Figures figures) {
        figures.shows(
                WEBHOOK_WAITING,
                List.of(),
                () -> fresh.stock().telling().waiting().events());
        figures.shows(WEBHOOK_OLDEST, List.of(), () -> Figures.seconds(oldest(fresh.stock())));
        figures.shows(WEBHOOK_PARKED, List.of(), () -> fresh.stock().telling().parked());
        figures.shows(WEBHOOK_DISABLED, List.of(), () -> fresh.stock().telling().disabled());
    }

    private Duration oldest(Stock stock) {
        return stock.telling()
                .waiting()
                .oldest()
                .map(since -> Duration.between(since, clock.instant()))
                .orElse(Duration.ZERO);
    }
}
