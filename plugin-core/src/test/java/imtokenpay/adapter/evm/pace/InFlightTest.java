package imtokenpay.adapter.evm.pace;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.evm.rpc.Refusals;
import imtokenpay.adapter.evm.rpc.Refused;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InFlightTest {
    private static final int QUESTIONS = 90;

    private final RangeLength length = new RangeLength(10_000, 10_000);
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void a_node_that_suddenly_refuses_everything_is_not_asked_a_hundred_thousand_times() {
        length.answered(10_000, 10);
        assertThrows(
                Refused.class,
                () -> new InFlight().<String>inStrands(QUESTIONS, new Range(1, 10_000), length, (question, part) -> {
                    calls.incrementAndGet();
                    throw Refusals.unnamed();
                }));
        assertTrue(calls.get() <= 10 * QUESTIONS, calls + " calls");
    }
}
