package imtokenpay.flow.campaign;

import imtokenpay.flow.UseCase;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentRequest;
import imtokenpay.quote.campaign.Campaign;
import imtokenpay.quote.campaign.Campaigns;
import imtokenpay.quote.campaign.Discount;
import imtokenpay.quote.campaign.Discounts;
import imtokenpay.quote.campaign.Discounts.Customer;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;

/// Takes the best discount that a payment can have, for as long as it is open or paid. At most one campaign applies.
@UseCase
public class TakeDiscount {
    private final Campaigns campaigns;
    private final Discounts discounts;
    private final InstantSource clock;

    @Inject
    public TakeDiscount(Campaigns campaigns, Discounts discounts, InstantSource clock) {
        this.campaigns = campaigns;
        this.discounts = discounts;
        this.clock = clock;
    }

    private record Offer(Campaign campaign, Discount discount) {}

    /// Takes it within the transaction that makes the payment. Of several, the one that takes off most; of those that
    /// take off alike, the oldest. Empty where no campaign is meant, or none has enough left.
    public Optional<Discount> take(String storeId, PaymentRequest request, PaymentId id) {
        var now = clock.instant();
        var offers = campaigns.running(storeId, now).stream()
                .flatMap(campaign -> campaign.discount(request.price(), request.assetId(), now).stream()
                        .map(discount -> new Offer(campaign, discount)))
                .sorted(Comparator.<Offer, BigDecimal>comparing(
                                offer -> offer.discount().amount().value())
                        .reversed())
                .toList();
        if (offers.isEmpty()) {
            return Optional.empty();
        }
        var first = offers.stream().anyMatch(offer -> offer.discount().firstOrder()) && isFirst(storeId, request, id);
        var taken = offers.stream()
                .filter(offer -> first || !offer.discount().firstOrder())
                .filter(offer -> discounts.take(offer.campaign(), offer.discount(), id.text()))
                .map(Offer::discount)
                .findFirst();
        if (first && taken.filter(Discount::firstOrder).isEmpty()) {
            discounts.leaveFirst(id.text());
        }
        return taken;
    }

    // Asked before any budget is touched, by everybody in this order, so that nobody waits for whom he holds up.
    private boolean isFirst(String storeId, PaymentRequest request, PaymentId id) {
        var reference = request.references().customer();
        if (reference.isEmpty()) {
            return false;
        }
        var customer = new Customer(storeId, reference);
        return !discounts.hasPaid(customer) && discounts.takeFirst(customer, id.text());
    }
}
