package imtokenpay.payment;

import static imtokenpay.payment.PaymentStatus.AWAITING;
import static imtokenpay.payment.PaymentStatus.CONFIRMING;
import static imtokenpay.payment.PaymentStatus.REVERSED;
import static imtokenpay.payment.PaymentStatus.SETTLED;
import static imtokenpay.payment.PaymentStatus.UNDERPAID;
import static imtokenpay.payment.PaymentStatus.UNRESOLVED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class PaymentStatusTest {
    @Test
    void a_person_may_accept_what_is_short_or_late() {
        assertEquals(List.of(UNDERPAID, UNRESOLVED), those(PaymentStatus::mayBeAccepted));
    }

    @Test
    void a_person_may_end_what_nothing_else_ends() {
        assertEquals(List.of(UNRESOLVED, REVERSED), those(PaymentStatus::mayBeClosed));
    }

    @Test
    void a_shopper_may_pay_what_is_open() {
        assertEquals(List.of(AWAITING, UNDERPAID, CONFIRMING), those(PaymentStatus::isOpen));
    }

    @Test
    void outside_a_standing_is_a_word_in_lower_case() {
        assertEquals("settled", SETTLED.word());
    }

    private static List<PaymentStatus> those(Predicate<PaymentStatus> rule) {
        return Arrays.stream(PaymentStatus.values()).filter(rule).toList();
    }
}
