package imtokenpay.simulation;

import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;

/// Breaks just what a story says, as long as it says so.
final class ScriptedFaults extends Faults {
    private final Set<Kind> broken = EnumSet.noneOf(Kind.class);

    ScriptedFaults() {
        super(new SplittableRandom(0));
    }

    void breaks(Kind kind) {
        broken.add(kind);
    }

    void mends(Kind kind) {
        broken.remove(kind);
    }

    @Override
    boolean strikes(Kind kind) {
        return broken.contains(kind);
    }
}
