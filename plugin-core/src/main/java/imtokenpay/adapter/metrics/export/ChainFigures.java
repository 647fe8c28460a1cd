package imtokenpay.adapter.metrics.export;

import static imtokenpay.adapter.metrics.figure.Figure.CHAIN_LAG_BLOCKS;
import static imtokenpay.adapter.metrics.figure.Figure.CHAIN_LAG_SECONDS;
import static imtokenpay.adapter.metrics.figure.Figure.CHAIN_LOOK_AGE;
import static imtokenpay.adapter.metrics.figure.Figure.CHAIN_REORGS;
import static imtokenpay.adapter.metrics.figure.Figure.CHAIN_REORG_BLOCKS;
import static imtokenpay.adapter.metrics.figure.Figure.CHAIN_TICK_AGE;
import static imtokenpay.adapter.metrics.figure.Figure.TRANSFER_DETECT;

import imtokenpay.adapter.metrics.figure.Exporter;
import imtokenpay.adapter.metrics.figure.Figure;
import imtokenpay.adapter.metrics.figure.Figures;
import imtokenpay.adapter.metrics.figure.Label;
import imtokenpay.adapter.metrics.pulse.ChainPulses;
import imtokenpay.adapter.metrics.pulse.ChainPulses.Reported;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import imtokenpay.flow.monitor.WatchMonitor;
import imtokenpay.flow.watch.WatchedChains;
import imtokenpay.money.ChainId;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// How the reading of each chain goes.
@Dependent
@Typed({ChainFigures.class, Exporter.class})
public class ChainFigures implements WatchMonitor, Exporter {
    private static final List<Duration> DETECT = Stream.of(
                    250, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 300_000, 3_600_000)
            .map(Duration::ofMillis)
            .toList();

    private final Figures figures;
    private final ChainPulses pulses;
    private final WatchedChains chains;
    private final InstantSource clock;

    @Inject
    public ChainFigures(Figures figures, ChainPulses pulses, WatchedChains chains, InstantSource clock) {
        this.figures = figures;
        this.pulses = pulses;
        this.chains = chains;
        this.clock = clock;
    }

    @Override
    public void register(Figures served) {
        for (var watched : chains.all()) {
            var chain = watched.reader().chain();
            shows(served, CHAIN_LAG_BLOCKS, chain, Reported::blocksBehind);
            shows(served, CHAIN_LAG_SECONDS, chain, pulse -> Figures.seconds(pulse.behind()));
            shows(served, CHAIN_LOOK_AGE, chain, pulse -> Figures.seconds(pulse.sinceCaughtUp()));
            shows(served, CHAIN_TICK_AGE, chain, pulse -> Figures.seconds(pulse.sinceTick()));
            served.begin(CHAIN_REORGS, of(chain));
            served.begin(CHAIN_REORG_BLOCKS, of(chain));
            served.spread(TRANSFER_DETECT, of(chain), DETECT);
        }
    }

    @Override
    public void read(ChainTail known, Reading reading, int entered) {
        var chain = reading.view().chain();
        if (!reading.fork().equals(known.last())) {
            var depth = known.last().height() - reading.fork().height();
            figures.count(CHAIN_REORGS, of(chain), 1);
            figures.count(CHAIN_REORG_BLOCKS, of(chain), depth);
        }
        if (entered > 0) {
            var late = Duration.between(reading.last().time(), clock.instant());
            // A chain's clock may be ahead of ours.
            figures.add(TRANSFER_DETECT, of(chain), late.isNegative() ? Duration.ZERO : late);
        }
    }

    private void shows(Figures served, Figure figure, ChainId chain, Function<Reported, Number> value) {
        served.shows(figure, of(chain), () -> value.apply(pulses.of(chain)));
    }

    private static List<Label> of(ChainId chain) {
        return List.of(Label.chain(chain));
    }
}
