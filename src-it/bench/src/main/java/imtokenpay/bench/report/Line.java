package imtokenpay.bench.report;

import java.util.Map;

/// One line of the table: a figure, what it should be, and what it was reckoned from.
///
/// @param figure what was measured
/// @param unit what the figure is: a ratio, mostly
public record Line(String row, double figure, String unit, Goal goal, Map<String, Object> details) {
    public Line {
        details = Map.copyOf(details);
    }

    /// What a figure should be.
    public sealed interface Goal {
        /// No more than that.
        record AtMost(double limit) implements Goal {}

        /// No less than that.
        record AtLeast(double limit) implements Goal {}

        /// Shown for comparison.
        record None() implements Goal {}
    }

    /// Whether the goal is met.
    public boolean isMet() {
        return switch (goal) {
            case Goal.AtMost(double limit) -> figure <= limit;
            case Goal.AtLeast(double limit) -> figure >= limit;
            case Goal.None() -> true;
        };
    }

    /// The goal in words.
    public String goalText() {
        return switch (goal) {
            case Goal.AtMost(double limit) -> "<= " + number(limit);
            case Goal.AtLeast(double limit) -> ">= " + number(limit);
            case Goal.None() -> "";
        };
    }

    /// A number as people like to read it.
    static String number(double value) {
        return value == Math.rint(value) || value >= 100
                ? String.format(java.util.Locale.ROOT, "%.0f", value)
                : String.format(java.util.Locale.ROOT, "%.3g", value);
    }
}
