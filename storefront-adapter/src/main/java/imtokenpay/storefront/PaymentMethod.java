package imtokenpay.storefront;

import java.util.List;

/// What the store can offer at this moment.
///
/// @param available false when imToken Pay is not set up or does not answer: hide the method
/// @param assets what can be paid with; empty when not available
/// @param offers what is taken off now; whether a shopper gets it is decided when he starts to pay
public record PaymentMethod(boolean available, List<AcceptedAsset> assets, List<Offer> offers) {

    /// What a campaign takes off: percent or an amount, the other one is empty.
    ///
    /// @param name the campaign's, as the merchant calls it
    /// @param percent such as `2.5`
    /// @param amount in whole units of `currency`
    /// @param currency ISO 4217 code of the prices that it is for
    /// @param firstOrder whether it is for the first order of a customer alone
    public record Offer(String name, String percent, String amount, String currency, boolean firstOrder) {}

    public PaymentMethod {
        assets = List.copyOf(assets);
        offers = List.copyOf(offers);
    }

    /// Nothing on offer.
    public static PaymentMethod unavailable() {
        return new PaymentMethod(false, List.of(), List.of());
    }
}
