package imtokenpay.flow.watch;

import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.money.Asset;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Asks the chain itself for the decimals of each configured asset. One that the chain has not confirmed is never asked
/// for, so nothing of it can be on its way.
final class VerifyAssets {
    private static final Logger LOG = System.getLogger(VerifyAssets.class.getName());
    // What is wrong in the configuration stays wrong until a person corrects it.
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final WatchState state;
    private final InstantSource clock;
    private final Outages outages = new Outages();
    private final Map<String, Instant> askedAt = new ConcurrentHashMap<>();

    VerifyAssets(WatchState state, InstantSource clock) {
        this.state = state;
        this.clock = clock;
    }

    void verify(ChainReader reader) {
        for (var accepted : state.accepted(reader.chain())) {
            var asset = accepted.asset();
            if (!accepted.verified() && isDue(asset)) {
                verify(reader, asset);
                askedAt.put(asset.id(), clock.instant());
            }
        }
    }

    private boolean isDue(Asset asset) {
        var last = askedAt.getOrDefault(asset.id(), Instant.EPOCH);
        return !last.plus(PAUSE).isAfter(clock.instant());
    }

    // One token that is not there must not keep the others from being read.
    private void verify(ChainReader reader, Asset asset) {
        try {
            compare(asset, reader.decimals(asset));
        } catch (ChainUnavailable unknown) {
            if (outages.begun(asset.id(), clock.instant())) {
                LOG.log(Level.ERROR, "{0}: not accepted yet, since {1}", asset, unknown.getMessage());
            }
        }
    }

    private void compare(Asset asset, int decimals) {
        if (decimals == asset.decimals()) {
            state.verified(asset);
            outages.over(asset.id(), clock.instant());
            LOG.log(Level.INFO, "{0}: {1} decimals, as the chain says; accepted from now on", asset, decimals);
        } else if (outages.begun(asset.id(), clock.instant())) {
            LOG.log(
                    Level.ERROR,
                    "{0}: configured with {1} decimals, but the chain says {2}. Not accepted: correct the decimals in"
                            + " the configuration.",
                    asset,
                    asset.decimals(),
                    decimals);
        }
    }
}
