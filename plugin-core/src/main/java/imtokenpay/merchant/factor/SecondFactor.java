package imtokenpay.merchant.factor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// An owner's second factor. Each code works once: the step of the newest one that was taken never goes
/// back.
///
/// @param since when it was switched on
public record SecondFactor(FactorSecret secret, Instant since, Use use) {
    /// Wrong codes that come with the right password before none is taken any more, whoever sends them
    /// from wherever. A guess is right with 3 in 1,000,000, so whoever has the password needs years.
    static final int WRONG_MAX = 10;

    private static final Duration WRONG_SPAN = Duration.ofHours(1);

    /// How it was used.
    ///
    /// @param step the one of the newest code that was taken
    /// @param wrong how many wrong codes came with the right password
    /// @param wrongSince since when; after an hour they are forgotten
    public record Use(long step, int wrong, Instant wrongSince) {}

    /// One that no code was taken of yet.
    public static SecondFactor fresh(FactorSecret secret, Instant now) {
        return new SecondFactor(secret, now, new Use(Long.MIN_VALUE, 0, now));
    }

    /// Takes a code.
    ///
    /// @return the factor as it is then; empty if the code is wrong, was used, or came after too many
    ///     wrong ones
    public Optional<SecondFactor> taking(String code, Instant now) {
        if (wrongOf(now) >= WRONG_MAX) {
            return Optional.empty();
        }
        var step = Totp.stepOf(code, secret, now, use.step());
        return step.isPresent()
                ? Optional.of(new SecondFactor(secret, since, new Use(step.getAsLong(), use.wrong(), use.wrongSince())))
                : Optional.empty();
    }

    /// The factor after so many wrong codes more.
    ///
    /// @param more 0 or 1
    public SecondFactor missed(int more, Instant now) {
        var before = wrongOf(now);
        var first = before == 0 ? now : use.wrongSince();
        return new SecondFactor(secret, since, new Use(use.step(), Math.min(before + more, WRONG_MAX), first));
    }

    private int wrongOf(Instant now) {
        return now.isBefore(use.wrongSince().plus(WRONG_SPAN)) ? use.wrong() : 0;
    }
}
