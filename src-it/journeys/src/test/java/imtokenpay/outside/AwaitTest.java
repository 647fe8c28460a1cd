package imtokenpay.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AwaitTest {
    @Test
    void it_looks_again_until_something_is_there() {
        AtomicInteger looks = new AtomicInteger();
        int found = Await.value(
                "a third look",
                Duration.ofSeconds(10),
                () -> looks.incrementAndGet() < 3 ? Optional.empty() : Optional.of(looks.get()));
        assertEquals(3, found);
    }

    @Test
    void a_lost_connection_counts_as_nothing_found() {
        AtomicInteger looks = new AtomicInteger();
        Await.until("an answer", Duration.ofSeconds(10), () -> {
            if (looks.incrementAndGet() < 3) {
                throw new UncheckedIOException(new IOException("refused"));
            }
            return true;
        });
        assertEquals(3, looks.get());
    }

    @Test
    void it_says_what_did_not_happen_and_why() {
        AssertionError error = assertThrows(
                AssertionError.class,
                () -> Await.until("the bus", Duration.ofMillis(50), () -> {
                    throw new UncheckedIOException(new IOException("no road"));
                }));
        assertTrue(String.valueOf(error.getMessage()).contains("the bus"), error.getMessage());
        assertTrue(String.valueOf(error.getMessage()).contains("no road"), error.getMessage());
    }
}
