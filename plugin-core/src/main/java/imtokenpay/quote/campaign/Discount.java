package imtokenpay.quote.campaign;

import imtokenpay.money.Price;

/// What one payment is reduced by. It is kept with the payment and stays as it is, whatever becomes of the campaign.
///
/// @param name the campaign's, as it was when the payment was asked for
/// @param firstOrder whether it was for a first order
/// @param amount above zero and below the price
public record Discount(CampaignId campaign, String name, boolean firstOrder, Price amount) {

    /// What is to be paid of a price.
    public Price off(Price price) {
        return new Price(price.value().subtract(amount.value()), price.currency());
    }
}
