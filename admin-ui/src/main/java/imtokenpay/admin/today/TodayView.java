package imtokenpay.admin.today;

import imtokenpay.admin.desk.Desk;
import imtokenpay.admin.desk.Words;
import imtokenpay.flow.admin.AdminDesk;
import imtokenpay.flow.count.Dashboard;
import imtokenpay.flow.count.LookAround;
import imtokenpay.flow.count.Period;
import imtokenpay.flow.count.ReadDashboard;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What waits for somebody now, and how the shop did in a period.
@Named("today")
@RequestScoped
public class TodayView {
    private final Optional<Dashboard> dashboard;
    private final Optional<NowTiles> now;

    /// For the container's proxy only.
    protected TodayView() {
        this.dashboard = Optional.empty();
        this.now = Optional.empty();
    }

    @Inject
    public TodayView(ReadDashboard read, LookAround around, AdminDesk desk) {
        this.dashboard = Optional.of(read.read(period(Desk.asked("days"))));
        this.now = Optional.of(new NowTiles(around.look(), desk.assets()));
    }

    private static Period period(String days) {
        return Arrays.stream(Period.values())
                .filter(one -> Integer.toString(one.days()).equals(days))
                .findFirst()
                .orElse(Period.TODAY);
    }

    /// A period to choose.
    public record Choice(int days, String name, boolean isChosen) {}

    /// All of them.
    public List<Choice> choices() {
        return Arrays.stream(Period.values())
                .map(one -> new Choice(one.days(), name(one), one == dashboard().period()))
                .toList();
    }

    /// The one that is shown.
    public String period() {
        return name(dashboard().period());
    }

    /// Where its days begin and end, such as `Europe/Zurich`.
    public String zone() {
        return Words.zone(dashboard().days().zone());
    }

    /// What it is compared with.
    public String before() {
        return switch (dashboard().period()) {
            case TODAY -> "yesterday up to the same time";
            case WEEK, MONTH, YEAR -> "the " + dashboard().period().days() + " days before, up to the same time of day";
        };
    }

    /// What a bar of the chart stands for.
    public String part() {
        return switch (dashboard().period()) {
            case TODAY -> "hour";
            case WEEK, MONTH -> "day";
            case YEAR -> "month";
        };
    }

    /// What a person has to do.
    public List<Tile> waiting() {
        return now.orElseThrow().waiting();
    }

    /// Payments that still move by themselves.
    public List<Tile> open() {
        return now.orElseThrow().open();
    }

    /// How far each chain is read.
    public List<Tile> chains() {
        return now.orElseThrow().chains();
    }

    /// How the telling of stores goes.
    public List<Tile> webhooks() {
        return now.orElseThrow().webhooks();
    }

    /// What has no price.
    public List<Tile> prices() {
        return now.orElseThrow().prices();
    }

    /// What was asked for in the period.
    public List<Tile> sums() {
        return new PeriodTiles(dashboard()).sums();
    }

    /// What was settled, by currency.
    public List<Tile> volumes() {
        return new PeriodTiles(dashboard()).volumes();
    }

    /// Why the others ended unpaid.
    public List<Tile> unpaid() {
        return new PeriodTiles(dashboard()).unpaid();
    }

    /// The period, part by part.
    public Chart chart() {
        return new Chart(dashboard());
    }

    private Dashboard dashboard() {
        return dashboard.orElseThrow();
    }

    private static String name(Period period) {
        return period == Period.TODAY ? "today" : period.days() + " days";
    }
}
