package imtokenpay.flow.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.flow.monitor.ChainLags.Lag;
import imtokenpay.flow.stock.Stock;
import imtokenpay.money.ChainId;
import imtokenpay.payment.PaymentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is worth a mail of all that is counted.
class LookForTroubleTest {
    private static final Stock.Waiting MANY_WAIT = new Stock.Waiting(500, Optional.of(Instant.EPOCH));

    private final Memory memory = new Memory();
    private Instant now = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void what_goes_as_it_should_is_not_told() {
        var busy = new Stock(
                Map.of(PaymentStatus.AWAITING, 9L, PaymentStatus.UNDERPAID, 9L, PaymentStatus.CONFIRMING, 9L),
                0,
                new Stock.Telling(MANY_WAIT, 0, 0),
                Set.of(),
                Map.of());
        assertEquals(List.of(), told(busy, lag("eip155:1", false)));
    }

    @Test
    void money_that_needs_a_person_is_told_whatever_it_needs_him_for() {
        assertEquals(
                List.of("person_needed: Somebody must decide. Unresolved payments: 1. Reversed payments: 2."
                        + " Money that matches no payment: 3."),
                told(stock(Map.of(PaymentStatus.UNRESOLVED, 1L, PaymentStatus.REVERSED, 2L), 3, 0, 0)));
        now = now.plus(Duration.ofHours(1));
        assertEquals(
                1,
                told(stock(Map.of(PaymentStatus.UNRESOLVED, 1L, PaymentStatus.REVERSED, 2L), 4, 0, 0))
                        .size());
        now = now.plus(Duration.ofHours(1));
        assertEquals(
                1,
                told(stock(Map.of(PaymentStatus.UNRESOLVED, 1L, PaymentStatus.REVERSED, 3L), 4, 0, 0))
                        .size());
        now = now.plus(Duration.ofHours(1));
        assertEquals(
                0,
                told(stock(Map.of(PaymentStatus.UNRESOLVED, 1L, PaymentStatus.REVERSED, 3L), 4, 0, 0))
                        .size());
    }

    @Test
    void a_network_that_is_not_read_is_named() {
        var told = told(stock(Map.of(), 0, 0, 0), lag("eip155:1", true), lag("eip155:56", false));
        assertEquals(1, told.size());
        assertEquals(
                "chain_stalled: Not read as far as they go: eip155:1 (for 200 s, 7 blocks behind).",
                told.getFirst().substring(0, told.getFirst().indexOf(").") + 2));
    }

    @Test
    void a_store_that_is_not_told_is_told_of() {
        assertEquals(1, told(stock(Map.of(), 0, 1, 0)).size());
        now = now.plus(Duration.ofHours(1));
        assertEquals(1, told(stock(Map.of(), 0, 1, 1)).size());
    }

    private List<String> told(Stock stock, Lag... lags) {
        memory.words.clear();
        LookForTrouble.tell(stock, List.of(lags), new KeepNotices(memory, new Anybody(), () -> now));
        return List.copyOf(memory.words);
    }

    private static Stock stock(Map<PaymentStatus, Long> payments, long unmatched, long parked, long disabled) {
        return new Stock(payments, unmatched, new Stock.Telling(MANY_WAIT, parked, disabled), Set.of(), Map.of());
    }

    private static Lag lag(String chain, boolean isStalled) {
        return new Lag(new ChainId(chain), 7, Duration.ofSeconds(90), Duration.ofSeconds(200), isStalled);
    }

    private static final class Anybody implements Postman {
        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public void carry(String subject, String text, Instant now) {
            throw new AssertionError("nothing is sent here");
        }
    }

    private static final class Memory implements Notices {
        private final List<String> words = new ArrayList<>();
        private final Map<Topic, Told> told = new EnumMap<>(Topic.class);

        @Override
        public void add(Topic topic, String what, Instant now) {
            words.add(topic.word() + ": " + what);
        }

        @Override
        public Optional<Notice> claim(Instant now, Instant until) {
            return Optional.empty();
        }

        @Override
        public void remove(String id) {
            throw new AssertionError("nothing is sent here");
        }

        @Override
        public void again(String id, Instant at) {
            throw new AssertionError("nothing is sent here");
        }

        @Override
        public Told told(Topic topic) {
            return told.getOrDefault(topic, new Told(Instant.EPOCH, 0));
        }

        @Override
        public void keep(Topic topic, Told last) {
            told.put(topic, last);
        }
    }
}
