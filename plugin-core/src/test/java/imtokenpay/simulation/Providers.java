package imtokenpay.simulation;

import imtokenpay.adapter.quorum.Provider;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.money.Amount;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/// Through whom a world's nodes read the chain: either through one provider that lags at times, or through three of
/// which one does not tell the truth.
final class Providers {
    private final Assembly parts;
    private final SimulatedNode node;
    private final SplittableRandom random;
    private final List<Provider> several;
    private boolean lies;

    /// @param wished the amount that the liar would like to have been paid
    Providers(Assembly parts, SimulatedNode node, SplittableRandom random, Supplier<Amount> wished) {
        this.parts = parts;
        this.node = node;
        this.random = random;
        var liar = new LyingNode(node, this::manner, wished);
        several = random.nextInt(4) > 0
                ? List.of()
                : List.of(new Provider("liar", liar), new Provider("second", node), new Provider("third", node));
        if (several.isEmpty()) {
            node.lagsAtTimes();
        }
    }

    /// What one node of the plugin reads through.
    ChainReader reader(SimulatedClock clock) {
        return several.isEmpty() ? node : parts.reader(several, clock);
    }

    /// From now on one of three lies, if there are three.
    void lie() {
        lies = true;
    }

    private LyingNode.Manner manner() {
        var manners = LyingNode.Manner.values();
        return !lies || random.nextBoolean() ? LyingNode.Manner.HONEST : manners[random.nextInt(manners.length)];
    }
}
