package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.NOW;

import imtokenpay.money.Price;
import imtokenpay.payment.PaymentId;
import imtokenpay.quote.campaign.Campaign;
import imtokenpay.quote.campaign.CampaignId;
import imtokenpay.quote.campaign.Conditions;
import imtokenpay.quote.campaign.Reduction;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// Campaigns of the shop `books`, in dollars, that run now.
final class Offers {
    private static final Conditions.Span SPAN =
            new Conditions.Span(NOW.minusSeconds(60), Optional.of(NOW.plus(Duration.ofDays(60))));

    private Offers() {}

    static Campaign firstOrder(String percent) {
        return of(Reduction.Share.ofPercent(percent), true, Optional.empty());
    }

    static Campaign forAll(String percent) {
        return of(Reduction.Share.ofPercent(percent), false, Optional.empty());
    }

    static Campaign forAll(String percent, String budget) {
        return of(Reduction.Share.ofPercent(percent), false, Optional.of(usd(budget)));
    }

    static Campaign firstOrder(String percent, String budget) {
        return of(Reduction.Share.ofPercent(percent), true, Optional.of(usd(budget)));
    }

    static Campaign of(Reduction reduction, boolean firstOrder, Optional<Price> budget) {
        return new Campaign(
                newId(),
                new Campaign.Title("books", "Erste Bestellung 首单 📚 ' \" \\", Currency.getInstance("USD")),
                reduction,
                new Conditions(Set.of(), firstOrder, Optional.empty(), SPAN),
                budget);
    }

    static CampaignId newId() {
        var id = PaymentId.random(ThreadLocalRandom.current()).text();
        return new CampaignId(id.replaceFirst("pay_", "cmp_"));
    }

    static Price usd(String value) {
        return Price.of(value, "USD");
    }
}
