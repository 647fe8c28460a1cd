package imtokenpay.bench.row;

import imtokenpay.adapter.timer.LearntPace;
import imtokenpay.bench.report.Line;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.watch.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/// How soon a block is noticed, and how many looks that takes, by the production rhythm on a simulated chain with a
/// simulated clock: slots of 12 s, one of a hundred missed, shown by the node 2.2 s after their time give or take
/// 0.6 s, 60 ms there and back. Median of five chains.
public final class Detection implements Row {
    private static final int BLOCKS = 5_000;
    private static final int CHAINS = 5;
    private static final Duration SLOT = Duration.ofSeconds(12);
    private static final Duration ROUND_TRIP = Duration.ofMillis(60);

    /// A block, and when the node shows it.
    private record Shown(BlockRef block, Instant at) {}

    /// @param mean how long after a block is shown we know of it
    private record Found(double mean, double worst, double looks) {}

    @Override
    public String name() {
        return "detect";
    }

    @Override
    public List<Line> run() {
        var goal = new Line.Goal.AtMost(0.25 + ROUND_TRIP.toMillis() / 1e3);
        var lines = new ArrayList<Line>();
        var adaptive = median(LearntPace::new);
        lines.add(line("adaptive", adaptive, goal));
        lines.add(new Line(
                name() + ".adaptive.looks", adaptive.looks(), "looks a block", new Line.Goal.AtMost(6), Map.of()));
        for (var seconds : List.of(15, 4, 1)) {
            var fixed = median(() -> new Pace.Fixed(Duration.ofSeconds(seconds)));
            lines.add(line("every" + seconds + "s", fixed, new Line.Goal.None()));
        }
        return lines;
    }

    private Line line(String what, Found found, Line.Goal goal) {
        return new Line(
                name() + "." + what,
                found.mean(),
                "s mean until noticed",
                goal,
                Map.of("p99 s", found.worst(), "looks/block", found.looks()));
    }

    private static Found median(Supplier<Pace> pace) {
        var found = new ArrayList<Found>();
        for (var seed = 1; seed <= CHAINS; seed++) {
            found.add(follow(pace.get(), chain(seed)));
        }
        found.sort((one, other) -> Double.compare(one.mean(), other.mean()));
        return found.get(CHAINS / 2);
    }

    private static List<Shown> chain(int seed) {
        var random = new SplittableRandom(seed);
        var chain = new ArrayList<Shown>();
        var time = Instant.ofEpochSecond(1_700_000_000L);
        var shownBefore = time;
        for (var height = 1; height <= BLOCKS; height++) {
            time = time.plus(random.nextInt(100) == 0 ? SLOT.multipliedBy(2) : SLOT);
            var late = Math.max(50, Math.round(2_200 + 600 * random.nextGaussian()));
            var shown = time.plusMillis(late);
            shownBefore = shown.isBefore(shownBefore) ? shownBefore : shown;
            chain.add(new Shown(new BlockRef(height, "0x" + height, "0x" + (height - 1), time), shownBefore));
        }
        return chain;
    }

    private static Found follow(Pace pace, List<Shown> chain) {
        var delays = new ArrayList<Double>();
        var now = chain.getFirst().at().minusSeconds(3);
        var looks = 0;
        var newest = -1;
        while (newest < chain.size() - 1) {
            var asked = now.plus(ROUND_TRIP.dividedBy(2));
            var answered = now.plus(ROUND_TRIP);
            looks++;
            while (newest < chain.size() - 1 && !chain.get(newest + 1).at().isAfter(asked)) {
                newest++;
                delays.add(Duration.between(chain.get(newest).at(), answered).toMillis() / 1e3);
            }
            if (newest >= 0) {
                pace.saw(chain.get(newest).block(), answered);
            }
            now = answered.plus(pace.rest(answered));
        }
        var mean = delays.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        var worst = delays.stream().sorted().toList().get(delays.size() * 99 / 100);
        return new Found(mean, worst, looks / (double) chain.size());
    }
}
