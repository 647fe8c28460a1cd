package imtokenpay.storefront.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.storefront.PaymentNotice;
import imtokenpay.storefront.json.PaymentJson;
import imtokenpay.storefront.scene.Database;
import imtokenpay.storefront.scene.Example;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final int CLICKS = 16;

    private final Database database = new Database();
    private final Ledger ledger = new Ledger(database, () -> Instant.parse("2026-11-23T10:00:00Z"));

    @BeforeEach
    void create() {
        ledger.create();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_table_is_made_once_and_kept() {
        Intent intent = ledger.intend(intent("12.50"));
        ledger.create();
        assertEquals(intent, ledger.ofOrder("1042").getFirst().intent());
    }

    @Test
    void an_intent_comes_back_word_for_word() {
        Intent intent = ledger.intend(intent("12.50"));
        assertEquals(
                "12.50", ledger.ofOrder("1042").getFirst().intent().amount().toPlainString());
        assertEquals(intent, ledger.intend(intent("12.50")));
    }

    @Test
    void many_clicks_at_once_make_one_intent() throws Exception {
        Set<Intent> intents = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Intent>> clicks = IntStream.range(0, CLICKS)
                    .<Callable<Intent>>mapToObj(i -> () -> ledger.intend(intent("12.50")))
                    .toList();
            for (Future<Intent> intent : threads.invokeAll(clicks)) {
                intents.add(intent.get());
            }
        }
        assertEquals(1, intents.size());
    }

    @Test
    void another_amount_is_another_intent() {
        assertNotEquals(ledger.intend(intent("12.50")), ledger.intend(intent("12.51")));
    }

    @Test
    void a_refused_intent_is_not_asked_again_but_an_unanswered_one_is() {
        Intent first = ledger.intend(intent("12.50"));
        ledger.unanswered(first);
        assertEquals(first, ledger.intend(intent("12.50")));
        ledger.refused(first);
        assertNotEquals(first, ledger.intend(intent("12.50")));
    }

    @Test
    void an_answer_does_not_stand_in_the_way_of_its_own_event() {
        Intent intent = ledger.intend(intent("12.50"));
        ledger.answered(intent, "pay_7Q");
        assertEquals(Applied.NOW, ledger.apply(payment(intent, 0, "awaiting"), (row, others) -> row.told()));
    }

    @Test
    void an_answer_that_comes_after_the_event_takes_nothing_back() {
        Intent intent = ledger.intend(intent("12.50"));
        ledger.apply(payment(intent, 2, "settled"), (row, others) -> Told.PAID);
        ledger.answered(intent, "pay_7Q");
        LedgerRow row = ledger.ofOrder("1042").getFirst();
        assertEquals(RowStatus.SETTLED, row.status());
        assertEquals("pay_7Q", row.paymentId());
        assertEquals(Told.PAID, row.told());
    }

    @Test
    void what_the_store_throws_comes_out_and_leaves_no_trace() {
        Intent intent = ledger.intend(intent("12.50"));
        PaymentNotice settled = payment(intent, 2, "settled");
        assertThrows(
                ArithmeticException.class,
                () -> ledger.apply(settled, (row, others) -> {
                    throw new ArithmeticException();
                }));
        assertEquals(-1, ledger.ofOrder("1042").getFirst().sequence());
        assertEquals(Applied.NOW, ledger.apply(settled, (row, others) -> Told.PAID));
        assertEquals(Applied.BEFORE, ledger.apply(settled, (row, others) -> Told.PAID));
    }

    @Test
    void of_two_payments_of_an_order_that_end_at_once_one_knows_that_it_is_the_last() throws Exception {
        Intent first = ledger.intend(intent("12.50"));
        Intent second = ledger.intend(intent("13.50"));
        PaymentNotice cancelled = payment(first, 1, "cancelled");
        PaymentNotice expired = other(second, 1, "expired");
        List<Boolean> othersOpen = new CopyOnWriteArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Applied>> rival = new CopyOnWriteArrayList<>();
            ledger.apply(cancelled, (row, others) -> {
                othersOpen.add(others);
                rival.add(threads.submit(() -> ledger.apply(expired, (ours, theirs) -> {
                    othersOpen.add(theirs);
                    return Told.NOTHING;
                })));
                // Long enough for the rival to get as far as it can while we have not committed.
                assertThrows(TimeoutException.class, () -> rival.getFirst().get(500, TimeUnit.MILLISECONDS));
                return Told.NOTHING;
            });
            assertEquals(Applied.NOW, rival.getFirst().get());
        }
        assertEquals(List.of(true, false), othersOpen);
    }

    private static PaymentNotice other(Intent intent, long sequence, String status) {
        return PaymentJson.payment(Example.payment()
                .with("id", "pay_8R")
                .with("clientReference", intent.clientReference())
                .at(sequence, status)
                .bytes());
    }

    private static Intent intent(String amount) {
        return new Intent(
                UUID.randomUUID().toString(), "1042", Example.ETH, new BigDecimal(amount), "USD", "", "https://a.b/c");
    }

    private static PaymentNotice payment(Intent intent, long sequence, String status) {
        return PaymentJson.payment(Example.payment()
                .with("clientReference", intent.clientReference())
                .at(sequence, status)
                .bytes());
    }
}
