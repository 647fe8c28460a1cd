package imtokenpay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.flow.count.Count;
import imtokenpay.flow.count.PaymentCounts.Grain;
import imtokenpay.flow.monitor.Ending;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.store.contract.Samples;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Somebody changes a payment at every moment of a count, and of a look at the counts, and they are right nevertheless.
class CountMomentsTest {
    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant NOON = TEN.plusSeconds(7_200);
    private static final Instant MIDNIGHT = Instant.parse("2026-11-23T00:00:00Z");
    private static final int MOMENTS_MIN = 5;
    private static final int MOMENTS_MAX = 20;

    private final Rival rival = new Rival();

    @Test
    void on_h2_a_change_at_any_moment_of_a_count_is_counted() {
        changedWhileCounted(StoreDatabase.h2InMemory());
    }

    @Test
    void on_postgres_a_change_at_any_moment_of_a_count_is_counted() {
        changedWhileCounted(StoreDatabase.postgres());
    }

    private void changedWhileCounted(String address) {
        try (var database = StoreDatabase.at(address, rival)) {
            var moment = 1;
            while (changedBefore(moment, database.emptied().shelf())) {
                moment++;
            }
            assertTrue(moment > MOMENTS_MIN, "it came at several moments");
        }
    }

    // False when the count was over before that many statements.
    private boolean changedBefore(int moment, Shelf shelf) {
        var payment = asked(shelf);
        rival.comes(moment, () -> settle(shelf, payment));
        shelf.transactions().run(() -> shelf.counts().recount(100));
        var hasCome = rival.hasCome();
        rival.leaves();
        var expected = List.of(hasCome ? Map.of(Ending.PAID, 1L) : Map.of());
        assertEquals(expected, ended(shelf, Grain.HOUR), "before statement " + moment);
        shelf.transactions().run(() -> shelf.counts().recount(100));
        assertEquals(expected, ended(shelf, Grain.DAY), "before statement " + moment + ", counted again");
        return hasCome;
    }

    @ParameterizedTest
    @EnumSource(Grain.class)
    void a_change_and_a_count_at_any_moment_of_a_look_hide_no_payment(Grain grain) {
        try (var database = StoreDatabase.at(StoreDatabase.postgres(), rival)) {
            for (var moment = 1; moment < MOMENTS_MAX; moment++) {
                var shelf = database.emptied().shelf();
                var payment = asked(shelf);
                rival.comes(moment, () -> {
                    settle(shelf, payment);
                    shelf.transactions().run(() -> shelf.counts().recount(100));
                });
                var asked = shelf.transactions().in(() -> shelf.counts().count(grain, MIDNIGHT, NOON)).stream()
                        .mapToLong(Count::asked)
                        .sum();
                assertEquals(1, asked, "before statement " + moment);
                rival.leaves();
            }
        }
    }

    private static Payment asked(Shelf shelf) {
        var payment = Samples.payment("order", TEN);
        shelf.transactions().run(() -> shelf.payments().add(payment));
        return payment;
    }

    private static void settle(Shelf shelf, Payment payment) {
        shelf.transactions().run(() -> shelf.payments().replace(payment.movedTo(PaymentStatus.SETTLED)));
    }

    private static List<Map<Ending, Long>> ended(Shelf shelf, Grain grain) {
        return shelf
                .transactions()
                .in(() -> shelf.counts().count(grain, MIDNIGHT, MIDNIGHT.plusSeconds(86_400)))
                .stream()
                .map(Count::ended)
                .toList();
    }

    /// Does something in a thread of its own before the statement of that number is said.
    private static final class Rival implements JdbcSeam {
        private Runnable deed = () -> {};
        private int left;

        void comes(int moment, Runnable what) {
            deed = what;
            left = moment;
        }

        boolean hasCome() {
            return left <= 0;
        }

        void leaves() {
            left = 0;
        }

        @Override
        public void before(Said said, Connection connection) {
            if (said == Said.STATEMENT && left > 0) {
                left--;
                if (left == 0) {
                    CompletableFuture.runAsync(deed).join();
                }
            }
        }

        @Override
        public void after(Said said, Connection connection) {}
    }
}
