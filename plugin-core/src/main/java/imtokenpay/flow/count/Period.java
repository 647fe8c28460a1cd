package imtokenpay.flow.count;

/// How far somebody looks back: whole days, of which today is the last.
public enum Period {
    /// By the hour.
    TODAY(1),
    /// By the day.
    WEEK(7),
    /// By the day.
    MONTH(30),
    /// By the month.
    YEAR(365);

    private final int days;

    Period(int days) {
        this.days = days;
    }

    /// How many days.
    public int days() {
        return days;
    }
}
