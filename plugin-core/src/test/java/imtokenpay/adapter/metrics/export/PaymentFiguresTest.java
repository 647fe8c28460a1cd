package imtokenpay.adapter.metrics.export;

import static imtokenpay.store.contract.Samples.USDT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.adapter.metrics.export.PaymentFigures.Ended;
import imtokenpay.adapter.metrics.figure.HeardFigures;
import imtokenpay.flow.monitor.Ending;
import imtokenpay.store.contract.Samples;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What counts of payments, and when.
class PaymentFiguresTest {
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final String PAID =
            "imtoken_pay_payments_ended_total{asset=USDT,chain=eip155:1,outcome=settled,reason=paid}";
    private static final String SETTLED = "imtoken_pay_payment_settle_seconds_%s{asset=USDT,chain=eip155:1}";

    private final HeardFigures figures = new HeardFigures();
    private final List<Ended> fired = new ArrayList<>();
    private final PaymentFigures payments = new PaymentFigures(
            figures, () -> List.of(Samples.accepted(USDT)), new FiredEvents<>(fired::add), () -> NOW);

    @Test
    void whatever_can_happen_begins_with_nought() {
        payments.register(figures);
        assertEquals(0, figures.counted().get(PAID));
        assertEquals(0, figures.counted().get("imtoken_pay_payments_opened_total{asset=USDT,chain=eip155:1}"));
        assertEquals(0, figures.counted().get("imtoken_pay_api_refusals_total{code=no_rate}"));
        assertEquals("0", figures.now(SETTLED.formatted("count")));
    }

    @Test
    void an_ending_counts_once_its_transaction_has_committed() throws ReflectiveOperationException {
        payments.register(figures);
        payments.ended(Samples.payment("1042", NOW.minusSeconds(90)), Ending.PAID);
        assertEquals(0, figures.counted().get(PAID), "it may still be rolled back");
        payments.committed(fired.getFirst());
        assertEquals(1, figures.counted().get(PAID));
        assertEquals("90.000000000", figures.now(SETTLED.formatted("sum")));
        var heard = PaymentFigures.class.getDeclaredMethod("committed", Ended.class);
        assertEquals(
                TransactionPhase.AFTER_SUCCESS,
                heard.getParameters()[0].getAnnotation(Observes.class).during());
    }

    @Test
    void only_what_was_paid_without_a_person_tells_how_long_paying_takes() {
        payments.register(figures);
        payments.committed(new Ended(USDT, Ending.ACCEPTED, Duration.ofDays(3)));
        payments.committed(new Ended(USDT, Ending.NOTHING_CAME, Duration.ofMinutes(15)));
        assertEquals("0", figures.now(SETTLED.formatted("count")));
    }

    @Test
    void no_label_names_an_order_or_an_address() {
        payments.register(figures);
        payments.opened(USDT);
        payments.ended(Samples.payment("1042", NOW), Ending.LATE);
        payments.committed(fired.getFirst());
        for (var name : figures.counted().keySet()) {
            assertEquals(-1, name.indexOf("1042"), name);
            assertEquals(-1, name.indexOf("pay_0"), name);
            assertEquals(-1, name.indexOf("0x"), name);
        }
    }
}
