package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.ETH;
import static imtokenpay.store.contract.Samples.USDT;
import static imtokenpay.store.contract.Samples.accepted;
import static imtokenpay.store.contract.Samples.block;
import static imtokenpay.store.contract.Samples.opened;
import static imtokenpay.store.contract.Samples.payment;
import static imtokenpay.store.contract.Samples.standing;
import static imtokenpay.store.contract.Samples.transfer;
import static imtokenpay.store.contract.Samples.usdt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Inclusion;
import imtokenpay.flow.count.Count;
import imtokenpay.flow.count.KeepCounts;
import imtokenpay.flow.count.PaymentCounts.Grain;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.money.Amount;
import imtokenpay.payment.Decision;
import imtokenpay.payment.Ledger.Entry;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.store.PlainCount;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Counts agree with the payments that they are of, whatever was counted when.
public abstract class CountsContract extends StoreContract {
    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant DAY = Instant.parse("2026-11-23T00:00:00Z");
    private static final int ALL = 1_000;

    @Test
    void a_shop_without_payments_has_no_counts() {
        assertFalse(ask(() -> shelf().counts().recount(ALL)));
        assertEquals(List.of(), counts(Grain.DAY, DAY, DAY.plus(Duration.ofDays(400))));
    }

    @Test
    void a_payment_is_counted_in_its_hour_wherever_it_moves_and_whenever_was_counted() {
        var payment = asked(TEN.plusSeconds(3_599));
        says("1 {} 0");
        for (var status : PaymentStatus.values()) {
            commit(() -> shelf().payments().replace(standing(payment, status)));
            var before = said();
            recount();
            assertEquals(before, said(), "counted while " + status);
        }
        says("1 {CLOSED=1} 0");
    }

    @Test
    void why_it_ended_and_what_it_brought_are_counted() {
        move(asked(TEN), PaymentStatus.SETTLED, new Decision.None());
        move(asked(TEN), PaymentStatus.SETTLED, new Decision.Accepted(TEN));
        move(asked(TEN), PaymentStatus.UNRESOLVED, new Decision.Cancelled(TEN));
        move(asked(TEN), PaymentStatus.UNRESOLVED, new Decision.Closed(TEN, usdt(1)));
        move(asked(TEN), PaymentStatus.EXPIRED, new Decision.None());
        move(asked(TEN), PaymentStatus.CANCELLED, new Decision.Cancelled(TEN));
        move(asked(TEN), PaymentStatus.REVERSED, new Decision.None());
        asked(TEN);
        var expected = "8 {PAID=1, ACCEPTED=1, NOTHING_CAME=1, CALLED_OFF=1, TOO_LITTLE=1, AFTER_CANCELLATION=1,"
                + " REORG=1} 25";
        says(expected);
        recount();
        says(expected);
    }

    @Test
    void late_money_is_counted_as_such_although_the_payment_stands_as_before() {
        var payment = asked(TEN);
        move(payment, PaymentStatus.UNRESOLVED, new Decision.None());
        recount();
        says("1 {TOO_LITTLE=1} 0");
        var late = transfer("0x1", 0, usdt(5), block(1_000, "a"));
        assertTrue(late.madeAt().isAfter(payment.terms().deadline()));
        commit(() -> shelf().ledger().enter(new Entry(late, Optional.of(payment.id()))));
        says("1 {LATE=1} 0");
        recount();
        commit(() -> shelf().ledger().stands(late.id(), new Inclusion.Gone()));
        says("1 {TOO_LITTLE=1} 0");
        recount();
        commit(() -> shelf().ledger().correct(new Entry(late, Optional.of(payment.id()))));
        says("1 {LATE=1} 0");
        recount();
        commit(() -> shelf().ledger().correct(new Entry(late, Optional.empty())));
        says("1 {TOO_LITTLE=1} 0");
    }

    @Test
    void an_acceptance_makes_money_punctual_that_came_before_it() {
        var payment = asked(TEN);
        var late = transfer("0x1", 0, usdt(5), block(1_000, "a"));
        commit(() -> shelf().ledger().enter(new Entry(late, Optional.of(payment.id()))));
        move(
                payment,
                PaymentStatus.UNRESOLVED,
                new Decision.Accepted(late.madeAt().minusMillis(1)));
        says("1 {LATE=1} 0");
        move(payment, PaymentStatus.UNRESOLVED, new Decision.Accepted(late.madeAt()));
        says("1 {TOO_LITTLE=1} 0");
    }

    @Test
    void hours_and_days_are_cut_where_the_clock_in_greenwich_cuts_them() {
        asked(DAY.minusMillis(1));
        asked(DAY);
        asked(TEN.minusMillis(1));
        asked(TEN.plusSeconds(60));
        for (var turn = 0; turn < 2; turn++) {
            assertEquals(
                    Map.of("2026-11-23T00:00:00Z EUR", "3 {} 0"),
                    PlainCount.said(counts(Grain.DAY, DAY, DAY.plus(Duration.ofDays(1)))));
            assertEquals(
                    Map.of(
                            "2026-11-23T00:00:00Z EUR", "1 {} 0",
                            "2026-11-23T09:00:00Z EUR", "1 {} 0"),
                    PlainCount.said(counts(Grain.HOUR, DAY, TEN.plusSeconds(60))));
            assertEquals(
                    Map.of("2026-11-22T00:00:00Z EUR", "1 {} 0", "2026-11-23T00:00:00Z EUR", "3 {} 0"),
                    PlainCount.said(counts(Grain.DAY, DAY.minus(Duration.ofDays(1)), TEN.plusSeconds(61))));
            recount();
        }
    }

    @Test
    void stores_are_added_up_and_play_money_is_told_from_real() {
        commit(() -> shelf().assets().provide(accepted(USDT)));
        commit(() -> shelf().assets()
                .provide(new AcceptedAsset(
                        ETH,
                        "Ethereum",
                        Samples.SHOP,
                        accepted(ETH).finality(),
                        new AcceptedAsset.Standing(true, false))));
        add(opened(of("fruit", payment("a")), TEN));
        add(opened(payment("b"), TEN));
        add(opened(payment("c", new Amount(BigInteger.TEN, ETH), new Decision.None()), TEN));
        for (var turn = 0; turn < 2; turn++) {
            assertEquals(
                    Map.of("2026-11-23T10:00:00Z EUR", "1 {} 0", "2026-11-23T10:00:00Z EUR play", "2 {} 0"), said());
            recount();
        }
    }

    @Test
    void what_is_rolled_back_is_not_counted_and_leaves_no_name() {
        rollBack(() -> shelf().payments().add(opened(payment("order"), TEN)));
        assertEquals(Map.of(), said());
        assertEquals(List.of("0"), database().query("select count(*) from payment_stir"));
    }

    @Test
    void what_changed_past_the_plugin_is_found_in_turn() {
        asked(DAY.minus(Duration.ofDays(3)));
        move(asked(TEN), PaymentStatus.EXPIRED, new Decision.None());
        recount();
        database().execute("update payment set status = 'settled'");
        says("2 {NOTHING_CAME=1} 0");
        var place = review(Optional.empty());
        says("2 {PAID=1} 12.5");
        while (place.isPresent()) {
            place = review(place);
        }
        says("2 {PAID=2} 25");
    }

    @Test
    void a_review_of_what_is_right_writes_nothing() {
        move(asked(TEN), PaymentStatus.SETTLED, new Decision.None());
        recount();
        var before = database().query("select * from payment_count order by grain");
        // What is not looked at by hours stays only where nothing was written.
        database().execute("update payment_count set asked = 7 where grain = 'day'");
        assertEquals(Optional.empty(), review(Optional.empty()));
        assertEquals(
                "7",
                database()
                        .query("select asked from payment_count where grain = 'day'")
                        .getFirst());
        assertEquals(
                before.getLast(),
                database()
                        .query("select * from payment_count where grain = 'hour'")
                        .getFirst());
    }

    private Optional<Instant> review(Optional<Instant> place) {
        return ask(() -> new KeepCounts(shelf().counts(), () -> TEN).review(place));
    }

    private void recount() {
        assertFalse(ask(() -> shelf().counts().recount(ALL)));
    }

    private Payment asked(Instant at) {
        return add(opened(payment("order"), at));
    }

    private Payment add(Payment payment) {
        commit(() -> shelf().payments().add(payment));
        return payment;
    }

    private void move(Payment payment, PaymentStatus status, Decision decision) {
        var after = standing(payment.under(payment.terms().decided(decision)), status);
        commit(() -> shelf().payments().replace(after));
    }

    // All hours and all days as one, by both grains.
    private void says(String expected) {
        for (var grain : Grain.values()) {
            var all = counts(grain, DAY.minus(Duration.ofDays(400)), DAY.plus(Duration.ofDays(400))).stream()
                    .map(one -> new Count(DAY, one.currency(), one.isPlay(), one.asked(), one.ended(), one.volume()))
                    .toList();
            assertEquals(Map.of(DAY + " EUR", expected), PlainCount.said(all), grain.name());
        }
    }

    private Map<String, String> said() {
        return PlainCount.said(counts(Grain.HOUR, DAY.minus(Duration.ofDays(9)), DAY.plus(Duration.ofDays(1))));
    }

    private List<Count> counts(Grain grain, Instant from, Instant until) {
        return ask(() -> shelf().counts().count(grain, from, until));
    }

    private static Payment of(String store, Payment payment) {
        var origin = payment.origin();
        return new Payment(
                payment.id(),
                new Payment.Origin(store, origin.request(), origin.discount(), origin.quote()),
                payment.receiver(),
                payment.terms(),
                payment.standing());
    }
}
