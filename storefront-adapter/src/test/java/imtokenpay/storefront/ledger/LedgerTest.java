package imtokenpay.storefront.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import imtokenpay.storefront.PaymentNotice;
import imtokenpay.storefront.json.PaymentJson;
import imtokenpay.storefront.scene.Database;
import imtokenpay.storefront.scene.DatabaseKind;
import imtokenpay.storefront.scene.Example;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The contract of the ledger, on each database that a store may have.
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class LedgerTest {

    private static final int CLICKS = 16;
    private static final int DELIVERIES = 64;
    private static final int ORDERS = 20;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Database database;
    private final Ledger ledger;
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");

    LedgerTest(DatabaseKind kind) {
        database = new Database(kind);
        ledger = new Ledger(database, () -> now);
    }

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
    void one_event_delivered_64_times_at_once_is_applied_once() throws Exception {
        Intent intent = ledger.intend(intent("12.50"));
        PaymentNotice settled = payment(intent, 2, "settled");
        AtomicInteger told = new AtomicInteger();
        List<Applied> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Applied>> deliveries = Collections.nCopies(
                    DELIVERIES,
                    () -> ledger.apply(settled, (row, others) -> {
                        told.incrementAndGet();
                        return Told.PAID;
                    }));
            for (Future<Applied> answer : threads.invokeAll(deliveries)) {
                answers.add(answer.get());
            }
        }
        assertEquals(1, told.get());
        assertEquals(1, Collections.frequency(answers, Applied.NOW));
        assertEquals(DELIVERIES - 1, Collections.frequency(answers, Applied.BEFORE));
    }

    @Test
    void events_of_many_orders_at_once_are_all_applied() throws Exception {
        List<Intent> intents = IntStream.range(0, ORDERS)
                .mapToObj(i -> ledger.intend(intent("order-" + i, "12.50")))
                .toList();
        List<Callable<Applied>> events = new ArrayList<>();
        for (Intent intent : intents) {
            for (int sequence = 1; sequence <= 3; sequence++) {
                PaymentNotice event = payment(intent, sequence, "confirming");
                events.add(() -> ledger.apply(event, (row, others) -> Told.NOTHING));
            }
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Applied> answer : threads.invokeAll(events)) {
                assertNotEquals(Applied.UNKNOWN, answer.get());
            }
        }
        for (Intent intent : intents) {
            assertEquals(3, ledger.ofOrder(intent.orderRef()).getFirst().sequence());
        }
    }

    @Test
    void while_an_order_is_being_worked_on_others_do_not_wait() {
        Intent slow = ledger.intend(intent("order-1", "12.50"));
        Intent quick = ledger.intend(intent("order-5", "12.50"));
        assertTimeoutPreemptively(
                SOON,
                () -> ledger.leave(slow, () -> {
                    inAnotherThread(() -> ledger.apply(payment(quick, 2, "settled"), (row, others) -> Told.PAID));
                    inAnotherThread(() -> ledger.intend(intent("order-9", "12.50")));
                    return Optional.empty();
                }));
        assertEquals(RowStatus.SETTLED, ledger.ofOrder("order-5").getFirst().status());
        assertEquals(1, ledger.ofOrder("order-9").size());
    }

    @Test
    void the_youngest_attempt_comes_first_whatever_happened_to_the_older_ones() {
        List<String> references = new ArrayList<>();
        for (String amount : List.of("1.00", "2.00", "3.00")) {
            references.addFirst(ledger.intend(intent(amount)).clientReference());
            now = now.plusMillis(1);
        }
        ledger.retire(ledger.intend(intent("1.00")));
        assertEquals(
                references,
                ledger.ofOrder("1042").stream()
                        .map(row -> row.intent().clientReference())
                        .toList());
    }

    @Test
    void words_in_any_script_come_back() {
        Intent written = new Intent("r", "1042", Example.ETH, new BigDecimal("10.00"), "USD", "两本书 📚", "", "安娜");
        ledger.intend(written);
        assertEquals(written, ledger.ofOrder("1042").getFirst().intent());
    }

    @Test
    void names_that_differ_in_case_are_two_orders() {
        ledger.intend(intent("a1", "12.50"));
        ledger.intend(intent("A1", "12.50"));
        assertEquals(1, ledger.ofOrder("a1").size());
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

    private static void inAnotherThread(Runnable work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(work).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Intent intent(String amount) {
        return intent("1042", amount);
    }

    private static Intent intent(String order, String amount) {
        String reference = UUID.randomUUID().toString();
        return new Intent(reference, order, Example.ETH, new BigDecimal(amount), "USD", "", "https://a.b/c", "");
    }

    private static PaymentNotice payment(Intent intent, long sequence, String status) {
        return PaymentJson.payment(Example.payment()
                .with("id", intent.orderRef().equals("1042") ? "pay_7Q" : "pay_" + intent.orderRef())
                .with("orderRef", intent.orderRef())
                .with("clientReference", intent.clientReference())
                .at(sequence, status)
                .bytes());
    }
}
