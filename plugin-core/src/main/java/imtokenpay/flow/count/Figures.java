package imtokenpay.flow.count;

import imtokenpay.flow.monitor.Ending;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The payments that were asked for in a period, added up.
///
/// @param asked all of them
/// @param ended how many ended so; no entry where none did
/// @param volumes what the settled ones cost, less discounts; real money first
public record Figures(long asked, Map<Ending, Long> ended, List<Volume> volumes) {
    /// In one currency, in real money or in play money; above zero.
    public record Volume(String currency, boolean isPlay, BigDecimal amount) {}

    public Figures {
        ended = Map.copyOf(ended);
        volumes = List.copyOf(volumes);
    }

    /// Adds counts up.
    static Figures of(Collection<Count> counts) {
        var asked = 0L;
        var ended = new EnumMap<Ending, Long>(Ending.class);
        var volumes = new TreeMap<Volume, BigDecimal>(
                Comparator.comparing(Volume::isPlay).thenComparing(Volume::currency));
        for (var count : counts) {
            asked += count.asked();
            count.ended().forEach((way, many) -> ended.merge(way, many, Long::sum));
            if (count.volume().signum() > 0) {
                volumes.merge(
                        new Volume(count.currency(), count.isPlay(), BigDecimal.ZERO), count.volume(), BigDecimal::add);
            }
        }
        return new Figures(
                asked,
                ended,
                volumes.entrySet().stream()
                        .map(entry -> new Volume(entry.getKey().currency, entry.getKey().isPlay, entry.getValue()))
                        .toList());
    }

    /// How many ended so.
    public long ended(Ending way) {
        return ended.getOrDefault(way, 0L);
    }

    /// How many are paid, or were accepted by a person.
    public long settled() {
        return ended(Ending.PAID) + ended(Ending.ACCEPTED);
    }

    /// How many ended, but are not paid.
    public long unpaid() {
        return allEnded() - settled();
    }

    /// How many have ended.
    public long allEnded() {
        return ended.values().stream().mapToLong(many -> many).sum();
    }

    /// How many have not ended.
    public long open() {
        return asked - allEnded();
    }

    /// Of a hundred that ended, how many are paid, to one decimal and never rounded up; empty where none ended.
    public Optional<BigDecimal> successPercent() {
        return allEnded() == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(settled())
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(allEnded()), 1, RoundingMode.DOWN));
    }
}
