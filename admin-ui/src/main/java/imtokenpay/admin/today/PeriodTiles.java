package imtokenpay.admin.today;

import imtokenpay.flow.count.Dashboard;
import imtokenpay.flow.count.Figures;
import imtokenpay.flow.monitor.Ending;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The figures of a period, each beside that of the period before.
final class PeriodTiles {
    private final Figures current;
    private final Figures before;
    private final LocalDate since;

    PeriodTiles(Dashboard dashboard) {
        this.current = dashboard.current();
        this.before = dashboard.before();
        this.since = LocalDate.ofInstant(
                dashboard.days().from(dashboard.now()), dashboard.days().zone());
    }

    /// What was asked for, and what became of it.
    List<Tile> sums() {
        var open = current.open() == 0 ? "" : Numbers.count(current.open()) + " of them still open, ";
        return List.of(
                Tile.of(
                        "Asked for",
                        Numbers.count(current.asked()),
                        open + "before " + Numbers.count(before.asked()),
                        payments("")),
                Tile.of(
                        "Settled",
                        Numbers.count(current.settled()),
                        "before " + Numbers.count(before.settled()),
                        payments("settled")),
                Tile.of(
                        "Success rate",
                        percent(current),
                        "settled of " + Numbers.count(current.allEnded()) + " that ended, before " + percent(before),
                        payments("settled")));
    }

    /// What was settled, in each currency that either period has.
    List<Tile> volumes() {
        return Stream.concat(current.volumes().stream(), before.volumes().stream())
                .map(volume -> new Money(volume.isPlay(), volume.currency()))
                .distinct()
                .map(this::volume)
                .toList();
    }

    private record Money(boolean isPlay, String currency) {
        String of(Figures figures) {
            return figures.volumes().stream()
                    .filter(volume ->
                            volume.isPlay() == isPlay && volume.currency().equals(currency))
                    .findFirst()
                    .map(volume -> Numbers.money(volume.amount(), currency))
                    .orElse("0 " + currency);
        }
    }

    private Tile volume(Money money) {
        return Tile.of(
                money.isPlay ? "Settled in play money" : "Settled",
                money.of(current),
                "before " + money.of(before),
                money.isPlay ? payments("settled") : "reports.xhtml");
    }

    /// Why the others ended unpaid.
    List<Tile> unpaid() {
        return Arrays.stream(Ending.values())
                .filter(way -> way != Ending.PAID && way != Ending.ACCEPTED)
                .map(way -> Tile.of(
                        name(way),
                        Numbers.count(current.ended(way)),
                        "before " + Numbers.count(before.ended(way)),
                        payments(way.outcome())))
                .toList();
    }

    private static String name(Ending way) {
        return switch (way) {
            case PAID -> "Paid";
            case ACCEPTED -> "Accepted";
            case NOTHING_CAME -> "Expired: nothing came in time";
            case CALLED_OFF -> "Cancelled before anything came";
            case TOO_LITTLE -> "Unresolved: too little came";
            case LATE -> "Unresolved: money came late";
            case AFTER_CANCELLATION -> "Unresolved: money came after it was cancelled";
            case REORG -> "Reversed: settled money left the chain";
            case CLOSED -> "Closed by a person";
        };
    }

    private String payments(String status) {
        return "payments.xhtml?status=" + status + "&since=" + since;
    }

    private static String percent(Figures figures) {
        return figures.successPercent().map(rate -> rate + " %").orElse("none ended");
    }
}
