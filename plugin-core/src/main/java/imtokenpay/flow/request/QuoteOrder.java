package imtokenpay.flow.request;

import static imtokenpay.payment.Refusal.Reason.AMOUNT_TOO_LARGE;
import static imtokenpay.payment.Refusal.Reason.NO_RATE;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.campaign.TakeDiscount;
import imtokenpay.money.Asset;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentRequest;
import imtokenpay.payment.Refusal;
import imtokenpay.quote.Quote;
import imtokenpay.quote.Rates;
import jakarta.inject.Inject;
import java.time.InstantSource;

/// Turns an order's price, less what a campaign takes off, into an amount of an asset.
@UseCase
public class QuoteOrder {
    private final Rates rates;
    private final TakeDiscount discounts;
    private final InstantSource clock;

    @Inject
    public QuoteOrder(Rates rates, TakeDiscount discounts, InstantSource clock) {
        this.rates = rates;
        this.discounts = discounts;
        this.clock = clock;
    }

    /// Quotes it, and takes the discount for the payment of that id.
    ///
    /// @throws Refusal if the asset has no rate for the price, or cannot express the amount
    public Payment.Origin quote(String storeId, PaymentRequest request, Asset asset, PaymentId id) throws Refusal {
        var price = request.price();
        var rate = rates.rate(asset, price.currency()).orElseThrow(() -> new Refusal(NO_RATE));
        var discount = discounts.take(storeId, request, id);
        var toPay = discount.map(off -> off.off(price)).orElse(price);
        try {
            return new Payment.Origin(storeId, request, discount, Quote.of(toPay, asset, rate, clock.instant()));
        } catch (IllegalArgumentException beyondTheAsset) {
            throw new Refusal(AMOUNT_TOO_LARGE);
        }
    }
}
