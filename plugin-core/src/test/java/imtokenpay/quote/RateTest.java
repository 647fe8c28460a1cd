package imtokenpay.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RateTest {
    @Test
    void nothing_is_quoted_at_a_rate_of_nothing_or_less() {
        for (var rate : new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ONE.negate()}) {
            assertThrows(IllegalArgumentException.class, () -> Rate.fixed(rate));
        }
    }

    @Test
    void a_rate_is_on_somebodys_word() {
        assertEquals("configured", Rate.fixed(BigDecimal.ONE).said());
        for (var said : new String[] {"", " ", "x".repeat(Rate.SAID_CHARS_MAX + 1)}) {
            assertThrows(IllegalArgumentException.class, () -> new Rate(BigDecimal.ONE, said));
        }
    }
}
