package imtokenpay.store.contract;

import static imtokenpay.store.contract.Offers.firstOrder;
import static imtokenpay.store.contract.Offers.forAll;
import static imtokenpay.store.contract.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.Refusal;
import imtokenpay.quote.campaign.Campaign;
import imtokenpay.quote.campaign.Campaigns.Usage;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What campaigns promise while very many want the same of them. For stores that several threads and nodes share.
public abstract class CampaignRacesContract extends StoreContract {
    @Test
    void one_customer_who_asks_a_hundred_times_at_once_gets_one_first_order() {
        var campaign = firstOrder("5");
        added(campaign);
        var till = Till.open(shelf());
        var prices = Crowd.of(100, i -> () -> toPay(till.ask("100.00", "key " + i, "anna"))).stream()
                .collect(Collectors.groupingBy(price -> price, Collectors.counting()));
        assertEquals(Map.of("95.00", 1L, "100.00", 99L), prices);
        assertEquals(1, usage(campaign).payments());
    }

    @Test
    void a_hundred_customers_at_once_never_get_more_than_the_budget_holds() {
        var campaign = firstOrder("5", "35.00");
        added(campaign);
        var till = Till.open(shelf());
        var discounted = Crowd.of(100, i -> () -> toPay(till.ask("100.00", "key " + i, "customer " + i))).stream()
                .filter("95.00"::equals)
                .count();
        assertEquals(7, discounted);
        assertEquals(new Usage(7, new BigDecimal("35.00000000"), BigDecimal.ZERO.setScale(8)), rounded(campaign));
    }

    @Test
    void what_is_given_back_while_many_ask_is_given_to_one_of_them_and_never_twice() throws Refusal {
        var campaign = forAll("5", "50.00");
        added(campaign);
        var till = Till.open(shelf());
        var open =
                IntStream.range(0, 10).mapToObj(i -> asked(till, "open " + i)).toList();
        var later = Crowd.of(40, i -> () -> {
            if (i < 10) {
                move(open.get(i), PaymentStatus.EXPIRED);
                return "";
            }
            return toPay(till.ask("100.00", "key " + i, ""));
        });
        var discounted = later.stream().filter("95.00"::equals).count();
        assertTrue(discounted <= 10, () -> discounted + " of 10");
        var rest = IntStream.range(0, 20)
                .mapToObj(i -> toPay(asked(till, "rest " + i)))
                .toList();
        assertEquals(10, discounted + rest.stream().filter("95.00"::equals).count());
        assertEquals(new BigDecimal("50.00"), usage(campaign).held().setScale(2));
    }

    private static Payment asked(Till till, String key) {
        try {
            return till.ask("100.00", key, "");
        } catch (Refusal refusal) {
            throw new AssertionError(refusal);
        }
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

    private Usage rounded(Campaign campaign) {
        var usage = usage(campaign);
        return new Usage(
                usage.payments(), usage.held().setScale(8), usage.late().setScale(8));
    }

    private Usage usage(Campaign campaign) {
        return ask(() -> shelf().campaigns().newest(200)).stream()
                .filter(line -> line.campaign().id().equals(campaign.id()))
                .findFirst()
                .orElseThrow()
                .usage();
    }
}
