package imtokenpay.flow.count;

import java.time.Instant;
import java.util.List;

/// Payments, counted by when they were asked for. The answers are what a count of all payments would give, and take as
/// long however many there are: what is kept counted is derived from the payments, and whatever has changed since is
/// counted at the question.
public interface PaymentCounts {
    /// How fine the answer is.
    enum Grain {
        HOUR,
        DAY
    }

    /// The counts of the payments that were asked for in a span, slot by slot, in no order. A slot without payments is
    /// left out; one may have several counts of one currency.
    ///
    /// @param from the beginning of a slot
    /// @param until where the span ends, which no payment of the last slot has reached
    List<Count> count(Grain grain, Instant from, Instant until);

    /// Counts some of the hours anew in which anything has changed. One node does at a time, the others wait.
    ///
    /// @param hours how many, 1 to 1,000
    /// @return whether there may be more
    boolean recount(int hours);

    /// Counts a day anew if its counts are not what its payments say, although nobody told that any has changed: a node
    /// of an earlier version, or a person in the database, tells nobody.
    ///
    /// @param day when it begins
    void review(Instant day);

    /// Whether any payment was asked for before that moment.
    boolean isAnyBefore(Instant moment);
}
