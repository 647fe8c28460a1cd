package imtokenpay.adapter.metrics.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.flow.stock.Stock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// How often the database is asked.
class FreshStockTest {
    private Instant now = Instant.parse("2026-11-30T10:00:00Z");
    private final FreshStock fresh = new FreshStock(this::take, () -> now);
    private int taken;
    private boolean isSilent;

    private Stock take() {
        taken++;
        if (isSilent) {
            throw new IllegalStateException("no connection");
        }
        var telling = new Stock.Telling(new Stock.Waiting(0, Optional.empty()), 0, 0);
        return new Stock(Map.of(), 0, telling, Set.of(), Map.of());
    }

    @Test
    void many_questions_are_one_in_five_seconds() {
        for (var i = 0; i < 100; i++) {
            fresh.stock();
        }
        assertEquals(1, taken);
        now = now.plus(Duration.ofSeconds(5));
        fresh.stock();
        assertEquals(1, taken);
        now = now.plusMillis(1);
        fresh.stock();
        assertEquals(2, taken);
    }

    @Test
    void a_database_that_is_silent_is_not_asked_by_each_figure() {
        fresh.stock();
        isSilent = true;
        now = now.plus(Duration.ofSeconds(6));
        for (var i = 0; i < 100; i++) {
            assertThrows(IllegalStateException.class, fresh::stock, "what was known before is not served as new");
        }
        assertEquals(2, taken);
        isSilent = false;
        now = now.plus(Duration.ofSeconds(6));
        assertEquals(0, fresh.stock().unmatched());
    }
}
