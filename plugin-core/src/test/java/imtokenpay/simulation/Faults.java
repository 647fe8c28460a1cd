package imtokenpay.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Decides when something breaks. Off until it is switched on, and counts what it did.
class Faults {
    /// What can break, and how often in ten thousand chances.
    enum Kind {
        CRASH_IN_TRANSACTION(6),
        CRASH_BEFORE_COMMIT(60),
        /// The commit happened, but whoever waited for it was told that it failed.
        UNKNOWN_OUTCOME(60),
        CRASH_AFTER_SEND(300),
        NODE_UNAVAILABLE(1_500),
        /// One of several machines behind a node's address knows a block, but not yet what is in it.
        TRANSFERS_LAG(200),
        /// While one node of the cluster asks for a payment and has not committed, another one does, too.
        OTHER_NODE_ASKS(1_000),
        /// Between a node's answer and its commit, another node of the cluster reads and commits, too.
        OTHER_NODE_READS(600),
        SHOP_DOWN(1_500),
        /// The shop applied the event, but its answer was lost.
        SHOP_ANSWER_LOST(500),
        /// The call hangs on its way past our time-out, and arrives after later ones.
        SHOP_HEARS_LATER(300);

        private final int perTenThousand;

        Kind(int perTenThousand) {
            this.perTenThousand = perTenThousand;
        }

        /// Whether a process dies of it.
        boolean isCrash() {
            return name().startsWith("CRASH_");
        }
    }

    /// The whole process died here; what was not committed is gone.
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash(Kind kind) {
            super(kind.name());
        }
    }

    /// The commit was made, and the caller was told that it failed.
    static final class OutcomeUnknown extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    // Thousands of worlds would write millions of lines. Held, since the log manager forgets a logger that nobody
    // holds.
    private static final Logger QUIET = Logger.getLogger("imtokenpay");

    static {
        QUIET.setLevel(Level.OFF);
    }

    private final SplittableRandom random;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private boolean isOn;
    private boolean isDead;

    Faults(SplittableRandom random) {
        this.random = random;
    }

    void switchOn(boolean on) {
        isOn = on;
    }

    /// Whether it breaks now.
    boolean strikes(Kind kind) {
        if (!isOn || random.nextInt(10_000) >= kind.perTenThousand) {
            return false;
        }
        counts.merge(kind, 1, Integer::sum);
        return true;
    }

    /// Dies here, perhaps. A dead process does nothing more, whoever still holds its objects.
    void maybe(Kind kind) {
        if (isDead || strikes(kind)) {
            isDead = true;
            throw new Crash(kind);
        }
    }

    boolean isDead() {
        return isDead;
    }

    void revive() {
        isDead = false;
    }

    Map<Kind, Integer> counts() {
        return counts;
    }
}
