package imtokenpay.store.contract;

import static imtokenpay.store.contract.Offers.firstOrder;
import static imtokenpay.store.contract.Offers.forAll;
import static imtokenpay.store.contract.Offers.usd;
import static imtokenpay.store.contract.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.money.Price;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.Refusal;
import imtokenpay.quote.Rate;
import imtokenpay.quote.campaign.Campaign;
import imtokenpay.quote.campaign.Campaigns.Usage;
import imtokenpay.quote.campaign.Conditions;
import imtokenpay.quote.campaign.Discount;
import imtokenpay.quote.campaign.Reduction;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What campaigns promise a store, its shoppers, and whoever pays for them.
public abstract class CampaignsContract extends StoreContract {
    @Test
    void a_campaign_comes_back_as_it_was() {
        assertEquals(List.of(), ask(() -> shelf().campaigns().offered("books", NOW)));
        assertEquals(List.of(), ask(() -> shelf().campaigns().newest(200)));
        var all = new Campaign(
                Offers.newId(),
                new Campaign.Title("books", "x".repeat(64), Currency.getInstance("JPY")),
                new Reduction.Fixed(Price.of("999999999999", "JPY")),
                new Conditions(
                        Set.of(Samples.USDT.id(), Samples.ETH.id()),
                        true,
                        Optional.of(Price.of("1", "JPY")),
                        new Conditions.Span(NOW, Optional.of(NOW.plusMillis(1)))),
                Optional.of(Price.of("1000", "JPY")));
        for (var campaign : List.of(all, firstOrder("0.01"), forAll("99.99"))) {
            assertTrue(added(campaign));
            assertEquals(Optional.of(campaign), ask(() -> shelf().campaigns().byId(campaign.id())));
            assertFalse(added(campaign), "a form that is sent twice makes one");
        }
        assertEquals(3, ask(() -> shelf().campaigns().newest(200)).size());
        assertEquals(2, ask(() -> shelf().campaigns().newest(2)).size());
    }

    @Test
    void a_campaign_runs_from_its_first_moment_until_it_is_ended_and_for_its_store_alone() {
        var campaign = firstOrder("5");
        var span = campaign.conditions().span();
        added(campaign);
        var end = span.until().orElseThrow();
        assertEquals(
                List.of(),
                ask(() -> shelf().campaigns().running("books", span.from().minusMillis(1))));
        assertEquals(List.of(campaign), ask(() -> shelf().campaigns().running("books", span.from())));
        assertEquals(List.of(campaign), ask(() -> shelf().campaigns().running("books", end.minusMillis(1))));
        assertEquals(List.of(), ask(() -> shelf().campaigns().running("books", end)));
        assertEquals(List.of(), ask(() -> shelf().campaigns().running("toys", NOW)));
        assertTrue(ended(campaign));
        assertEquals(List.of(), ask(() -> shelf().campaigns().running("books", NOW)));
        assertFalse(ended(campaign), "it ends once");
        assertFalse(ended(forAll("5")), "there is none such");
    }

    @Test
    void the_price_stays_and_what_is_quoted_is_less() throws Refusal {
        var campaign = firstOrder("5");
        added(campaign);
        var payment = Till.open(shelf()).ask("100.00", "key", "anna");
        assertEquals(usd("100.00"), payment.origin().request().price());
        assertEquals(usd("95.00"), payment.origin().quote().price());
        assertEquals(
                Optional.of(new Discount(campaign.id(), campaign.title().name(), true, usd("5.00"))),
                payment.origin().discount());
        assertTrue(payment.terms().due().units().longValueExact() < 95_100_000);
        var kept =
                ask(() -> shelf().payments().byId(payment.id())).orElseThrow().origin();
        assertEquals(payment.origin().discount(), kept.discount());
        assertEquals(usd("95.00"), kept.quote().price());
        assertEquals(payment.origin().request(), kept.request());
    }

    @Test
    void a_first_order_is_one_of_a_customer_who_has_paid_nothing_here_yet() throws Refusal {
        added(firstOrder("5"));
        var till = Till.open(shelf());
        assertEquals("100.00", toPay(till.ask("100.00", "nobody", "")));
        var first = till.ask("100.00", "one", "anna");
        assertEquals("95.00", toPay(first));
        assertEquals("100.00", toPay(till.ask("100.00", "two", "anna")), "another one has it");
        assertEquals("95.00", toPay(till.ask("100.00", "three", "bert")));
        move(first, PaymentStatus.SETTLED);
        assertEquals("100.00", toPay(till.ask("100.00", "four", "anna")));
    }

    @Test
    void who_has_paid_the_whole_price_has_had_a_first_order_too() throws Refusal {
        var till = Till.open(shelf());
        move(till.ask("100.00", "one", "anna"), PaymentStatus.SETTLED);
        added(firstOrder("5"));
        assertEquals("100.00", toPay(till.ask("100.00", "two", "anna")));
    }

    @Test
    void the_best_for_the_shopper_is_taken_and_no_second_one() throws Refusal {
        added(forAll("3"));
        added(firstOrder("5"));
        added(Offers.of(new Reduction.Fixed(usd("4.00")), false, Optional.empty()));
        var till = Till.open(shelf());
        assertEquals("95.00", toPay(till.ask("100.00", "one", "anna")));
        assertEquals("96.00", toPay(till.ask("100.00", "two", "anna")));
        assertEquals("970.00", toPay(till.ask("1000.00", "three", "")));
        assertEquals("3.88", toPay(till.ask("4.00", "four", "")), "an amount of the whole price is none");
    }

    @Test
    void what_ends_unpaid_gives_back_and_what_waits_for_a_person_does_not() throws Refusal {
        added(firstOrder("5", "5.00"));
        var till = Till.open(shelf());
        for (var end : List.of(PaymentStatus.EXPIRED, PaymentStatus.CANCELLED, PaymentStatus.CLOSED)) {
            var payment = till.ask("100.00", end.word(), "anna");
            assertEquals("95.00", toPay(payment), end.word());
            for (var open : List.of(PaymentStatus.UNDERPAID, PaymentStatus.CONFIRMING, PaymentStatus.UNRESOLVED)) {
                move(payment, open);
                assertEquals("100.00", toPay(till.ask("100.00", end.word() + open, "anna")));
                assertEquals("100.00", toPay(till.ask("100.00", end.word() + open + 2, "bert")), "the budget is taken");
            }
            move(payment, end);
        }
        var last = till.ask("100.00", "last", "bert");
        assertEquals("95.00", toPay(last));
        move(last, PaymentStatus.SETTLED);
        move(last, PaymentStatus.REVERSED);
        assertEquals("100.00", toPay(till.ask("100.00", "more", "carl")), "a reorg may bring the money back");
    }

    // The shop has sold at that price, and a person has agreed: the amount that came is not asked for anew. What was
    // given back may be another's by now, so it is not taken from the budget again, but told apart.
    @Test
    void a_payment_that_is_settled_after_it_gave_back_keeps_its_price_and_is_told_apart() throws Refusal {
        var campaign = firstOrder("5", "5.00");
        added(campaign);
        var till = Till.open(shelf());
        var late = till.ask("100.00", "late", "anna");
        move(late, PaymentStatus.EXPIRED);
        move(late, PaymentStatus.UNRESOLVED);
        var other = till.ask("100.00", "other", "bert");
        assertEquals("95.00", toPay(other));
        move(late, PaymentStatus.SETTLED);
        assertEquals(
                "95.00", toPay(ask(() -> shelf().payments().byId(late.id())).orElseThrow()));
        assertEquals(new Usage(1, new BigDecimal("5.00000000"), new BigDecimal("5.00000000")), usage(campaign));
        assertEquals("100.00", toPay(till.ask("100.00", "again", "anna")), "it was a first order after all");
    }

    @Test
    void what_is_left_of_a_budget_goes_to_whom_it_suffices_for() throws Refusal {
        var dear = forAll("10", "12.00");
        var cheap = forAll("2");
        added(dear);
        added(cheap);
        var till = Till.open(shelf());
        assertEquals("90.00", toPay(till.ask("100.00", "one", "")));
        assertEquals("98.00", toPay(till.ask("100.00", "two", "")), "2.00 are left: the next best");
        assertEquals("18.00", toPay(till.ask("20.00", "three", "")));
        assertEquals(new BigDecimal("0.00"), usage(dear).left(usd("12.00")).setScale(2));
        assertEquals(2, usage(dear).payments());
        assertEquals(List.of(cheap), ask(() -> shelf().campaigns().offered("books", NOW)), "the other is used up");
    }

    @Test
    void what_is_used_up_is_not_offered_until_some_of_it_is_given_back() throws Refusal {
        var campaign = forAll("5", "5.00");
        added(campaign);
        var payment = Till.open(shelf()).ask("100.00", "one", "");
        assertEquals(List.of(), ask(() -> shelf().campaigns().offered("books", NOW)));
        move(payment, PaymentStatus.CANCELLED);
        assertEquals(List.of(campaign), ask(() -> shelf().campaigns().offered("books", NOW)));
    }

    @Test
    void a_payment_that_is_refused_takes_nothing() {
        var campaign = firstOrder("5", "5.00");
        added(campaign);
        // A coin of which the smallest part is worth a million.
        var dear = Till.open(shelf(), (asset, currency) -> Optional.of(Rate.fixed(new BigDecimal("1e12"))));
        assertThrows(Refusal.class, () -> dear.ask("100.00", "one", "anna"));
        assertEquals(0, usage(campaign).payments());
        assertEquals(List.of(campaign), ask(() -> shelf().campaigns().offered("books", NOW)));
    }

    // Seen by the database alone, whatever the code does.
    @Test
    void the_database_refuses_more_than_the_budget() {
        var campaign = forAll("5", "50.00");
        added(campaign);
        assertThrows(
                RuntimeException.class,
                () -> commit(() -> shelf().money()
                        .off()
                        .discounts()
                        .take(
                                new Campaign(
                                        campaign.id(),
                                        campaign.title(),
                                        campaign.reduction(),
                                        campaign.conditions(),
                                        Optional.of(usd("60.00"))),
                                new Discount(campaign.id(), "x", false, usd("55.00")),
                                "pay_1")));
        assertEquals(0, usage(campaign).payments());
    }

    private static String toPay(Payment payment) {
        return payment.origin().quote().price().value().toPlainString();
    }

    private void move(Payment payment, PaymentStatus status) {
        commit(() -> {
            var now = shelf().payments().locked(payment.id()).orElseThrow();
            shelf().payments().replace(now.movedTo(status));
        });
    }

    private boolean added(Campaign campaign) {
        return ask(() -> shelf().campaigns().add(campaign, NOW, "owner"));
    }

    private boolean ended(Campaign campaign) {
        return ask(() -> shelf().campaigns().end(campaign.id(), NOW));
    }

    private Usage usage(Campaign campaign) {
        return ask(() -> shelf().campaigns().newest(200)).stream()
                .filter(line -> line.campaign().id().equals(campaign.id()))
                .findFirst()
                .orElseThrow()
                .usage();
    }
}
