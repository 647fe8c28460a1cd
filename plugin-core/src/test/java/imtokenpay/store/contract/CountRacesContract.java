package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.payment;
import static imtokenpay.store.contract.Samples.standing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.flow.count.Count;
import imtokenpay.flow.count.PaymentCounts.Grain;
import imtokenpay.flow.monitor.Ending;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Counts agree with their payments while many change them and count at once.
public abstract class CountRacesContract extends StoreContract {
    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");
    private static final int PAYMENTS = 6;
    private static final int COUNTERS = 2;
    private static final int TURNS = 30;

    // The slower transaction has changed a payment before the hour is counted, and commits after it.
    @Test
    void a_change_that_commits_after_the_hour_was_counted_is_counted_still() {
        var payment = asked();
        recount();
        commit(() -> {
            shelf().payments().locked(payment.id());
            shelf().payments().replace(standing(payment, PaymentStatus.SETTLED));
            Crowd.of(1, i -> () -> recount());
        });
        assertEquals(List.of(Map.of(Ending.PAID, 1L)), ended());
        recount();
        assertEquals(List.of(Map.of(Ending.PAID, 1L)), ended());
    }

    @Test
    void whoever_looks_while_many_change_and_count_sees_each_payment_once() {
        var payments = IntStream.range(0, PAYMENTS).mapToObj(i -> asked()).toList();
        var running = new AtomicInteger(PAYMENTS);
        var seen = new ConcurrentLinkedQueue<Long>();
        Crowd.of(PAYMENTS + COUNTERS + 1, i -> () -> {
            if (i < PAYMENTS) {
                return changes(payments.get(i), running);
            }
            while (running.get() > 0) {
                if (i == PAYMENTS) {
                    counts().map(Count::asked).ifPresent(seen::add);
                } else {
                    recount();
                }
            }
            return true;
        });
        assertEquals(List.of(Map.of(Ending.TOO_LITTLE, (long) PAYMENTS)), ended());
        recount();
        assertEquals(List.of(Map.of(Ending.TOO_LITTLE, (long) PAYMENTS)), ended());
        assertTrue(seen.size() > 1);
        assertEquals(List.of(), seen.stream().filter(asked -> asked != PAYMENTS).toList());
    }

    // Ends with the standing of an odd turn.
    private boolean changes(Payment payment, AtomicInteger running) {
        try {
            for (var turn = 0; turn < TURNS; turn++) {
                var status = turn % 2 == 0 ? PaymentStatus.EXPIRED : PaymentStatus.UNRESOLVED;
                commit(() -> shelf().payments().replace(standing(payment, status)));
            }
            return true;
        } finally {
            running.decrementAndGet();
        }
    }

    private Payment asked() {
        var payment = payment("order", TEN);
        commit(() -> shelf().payments().add(payment));
        return payment;
    }

    private boolean recount() {
        return ask(() -> shelf().counts().recount(1_000));
    }

    private List<Map<Ending, Long>> ended() {
        return counts().map(Count::ended).stream().toList();
    }

    private Optional<Count> counts() {
        return ask(() -> shelf().counts().count(Grain.HOUR, TEN, TEN.plusSeconds(3_600))).stream()
                .findFirst();
    }
}
