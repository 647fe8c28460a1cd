package imtokenpay.adapter.metrics;

import imtokenpay.adapter.metrics.export.ChainFigures;
import imtokenpay.adapter.metrics.figure.Exporter;
import imtokenpay.adapter.metrics.figure.Figures;
import imtokenpay.adapter.metrics.pulse.ChainPulses;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import imtokenpay.flow.monitor.WatchMonitor;
import imtokenpay.money.ChainId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Hears how the watching goes, for health and for the figures, which are served from the start on.
@ApplicationScoped
public class Watching implements WatchMonitor {
    @Inject
    private @Nullable ChainPulses pulses;

    @Inject
    private @Nullable ChainFigures chains;

    @Inject
    private @Nullable Figures figures;

    @Inject
    @Any
    private @Nullable Instance<Exporter> exporters;

    @Override
    public void started() {
        Objects.requireNonNull(pulses).started();
        register();
    }

    @Override
    public void arranged() {
        Objects.requireNonNull(figures).forget();
        register();
    }

    private void register() {
        var served = Objects.requireNonNull(figures);
        if (served.areServed()) {
            Objects.requireNonNull(exporters).forEach(exporter -> exporter.register(served));
        }
    }

    @Override
    public void ticked(ChainId chain) {
        Objects.requireNonNull(pulses).ticked(chain);
    }

    @Override
    public void rested(ChainId chain) {
        Objects.requireNonNull(pulses).rested(chain);
    }

    @Override
    public void read(ChainTail known, Reading reading, int entered) {
        Objects.requireNonNull(pulses).read(known, reading, entered);
        Objects.requireNonNull(chains).read(known, reading, entered);
    }
}
