package imtokenpay.flow.monitor;

import static imtokenpay.store.contract.Samples.usdt;
import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.payment.Decision;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.Tally;
import imtokenpay.store.contract.Samples;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Why a payment ended.
class EndingTest {
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final Tally NOTHING = tally(0, 0);

    @Test
    void what_goes_on_has_no_ending() {
        assertEquals(Optional.empty(), Ending.of(standing(PaymentStatus.AWAITING), NOTHING));
        assertEquals(Optional.empty(), Ending.of(standing(PaymentStatus.UNDERPAID), tally(1, 0)));
        assertEquals(Optional.empty(), Ending.of(standing(PaymentStatus.CONFIRMING), tally(9, 0)));
    }

    @Test
    void who_paid_is_told_from_what_a_person_accepted() {
        assertEquals(Optional.of(Ending.PAID), Ending.of(standing(PaymentStatus.SETTLED), tally(9, 0)));
        var accepted = decided(PaymentStatus.SETTLED, new Decision.Accepted(NOW));
        assertEquals(Optional.of(Ending.ACCEPTED), Ending.of(accepted, tally(9, 0)));
    }

    @Test
    void money_that_waits_for_a_person_is_too_little_too_late_or_not_wanted_any_more() {
        assertEquals(Optional.of(Ending.TOO_LITTLE), Ending.of(standing(PaymentStatus.UNRESOLVED), tally(1, 0)));
        assertEquals(Optional.of(Ending.LATE), Ending.of(standing(PaymentStatus.UNRESOLVED), tally(1, 8)));
        var cancelled = decided(PaymentStatus.UNRESOLVED, new Decision.Cancelled(NOW));
        assertEquals(Optional.of(Ending.AFTER_CANCELLATION), Ending.of(cancelled, tally(0, 9)));
    }

    @Test
    void an_ending_says_the_standing_that_it_leads_to() {
        for (var status : PaymentStatus.values()) {
            Ending.of(standing(status), NOTHING).ifPresent(ending -> assertEquals(status.word(), ending.outcome()));
        }
    }

    private static Payment standing(PaymentStatus status) {
        return decided(status, new Decision.None());
    }

    private static Payment decided(PaymentStatus status, Decision decision) {
        var payment = Samples.payment("1042", NOW);
        return new Payment(
                payment.id(),
                payment.origin(),
                payment.receiver(),
                payment.terms().decided(decision),
                new Payment.Standing(status, 1, usdt(0)));
    }

    private static Tally tally(long inTime, long late) {
        return new Tally(usdt(inTime), usdt(0), usdt(late), 0);
    }
}
