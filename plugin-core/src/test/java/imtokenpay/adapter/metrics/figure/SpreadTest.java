package imtokenpay.adapter.metrics.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How times are spread over ranges, and what is served of it.
class SpreadTest {
    private static final Label WHERE = new Label("chain", "eip155:1");

    private final Spread spread = new Spread(List.of(Duration.ofMillis(500), Duration.ofSeconds(60)));
    private final HeardFigures figures = new HeardFigures();

    @Test
    void a_time_counts_in_its_range_and_in_all_longer_ones() {
        spread.add(Duration.ofMillis(500));
        spread.add(Duration.ofMillis(501));
        spread.add(Duration.ofHours(2));
        assertEquals(List.of(1L, 2L, 3L), List.of(spread.upTo(0), spread.upTo(1), spread.upTo(2)));
    }

    @Test
    void it_is_served_as_a_histogram_in_seconds() {
        spread.register(figures, Figure.TRANSFER_DETECT, List.of(WHERE));
        spread.add(Duration.ofMillis(250));
        spread.add(Duration.ofSeconds(90));
        assertEquals("1", figures.now("imtoken_pay_transfer_detect_seconds_bucket{chain=eip155:1,le=0.5}"));
        assertEquals("1", figures.now("imtoken_pay_transfer_detect_seconds_bucket{chain=eip155:1,le=60}"));
        assertEquals("2", figures.now("imtoken_pay_transfer_detect_seconds_bucket{chain=eip155:1,le=+Inf}"));
        assertEquals("2", figures.now("imtoken_pay_transfer_detect_seconds_count{chain=eip155:1}"));
        assertEquals("90.250000000", figures.now("imtoken_pay_transfer_detect_seconds_sum{chain=eip155:1}"));
    }
}
