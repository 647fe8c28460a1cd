package imtokenpay.simulation;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// What happened in the worlds of a run, added up. Many threads add to it.
final class Figures {
    private static final int PRINTED_EVERY = 50_000;

    private final long start = System.nanoTime();
    private final Map<Faults.Kind, Long> faults = new EnumMap<>(Faults.Kind.class);
    private long seeds;
    private long payments;
    private long reorgs;
    private long violations;

    /// A world that kept every promise; now and then a line says how far we are.
    synchronized void add(World world) {
        payments += world.payments().size();
        reorgs += world.reorgs;
        world.faults.counts().forEach((kind, count) -> faults.merge(kind, (long) count, Long::sum));
        seedIsDone();
    }

    /// A world that broke one.
    synchronized void addViolation() {
        violations++;
        seedIsDone();
    }

    synchronized Map<Faults.Kind, Long> faults() {
        return Map.copyOf(faults);
    }

    private void seedIsDone() {
        seeds++;
        if (seeds % PRINTED_EVERY == 0) {
            System.out.println(this);
        }
    }

    @Override
    public synchronized String toString() {
        var took = Duration.ofNanos(System.nanoTime() - start);
        var crashes = faults.entrySet().stream()
                .filter(entry -> entry.getKey().isCrash())
                .mapToLong(Map.Entry::getValue)
                .sum();
        return "simulation: " + seeds + " seeds in " + took.toSeconds() + " s ("
                + seeds * 1_000 / Math.max(1, took.toMillis()) + "/s), " + payments + " payments, " + reorgs
                + " reorgs, " + crashes + " crashes, " + violations + " violations";
    }
}
