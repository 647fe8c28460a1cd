package imtokenpay.adapter.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VisibleTest {
    @Test
    void a_row_is_looked_for_until_it_shows() {
        var looks = new AtomicInteger();
        var row = Visible.read("a row", () -> Optional.of("it").filter(any -> looks.incrementAndGet() == 3));
        assertEquals("it", row);
        assertEquals(3, looks.get());
    }

    @Test
    void a_row_that_never_shows_is_an_error_that_names_it() {
        var never = assertThrows(IllegalStateException.class, () -> Visible.read("a row", Optional::empty));
        assertTrue(never.getMessage().contains("refused a row as already there"), never.getMessage());
    }
}
