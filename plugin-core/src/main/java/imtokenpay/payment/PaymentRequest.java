package imtokenpay.payment;

import imtokenpay.money.Price;

/// What a store asks for. Empty texts stand for what it left out.
///
/// @param orderRef the order's name in the store, 1 to 64 characters
/// @param assetId CAIP-19 id of the asset to be paid in
/// @param wording what the shopper sees of the order, and where he goes afterwards
public record PaymentRequest(String orderRef, Price price, String assetId, Wording wording, References references) {

    /// What the shopper sees.
    ///
    /// @param description at most 140 characters, shown literally
    /// @param returnUrl an address of the store, checked against its return origins; empty for none
    public record Wording(String description, String returnUrl) {}

    /// The store's own names for things that mean nothing to us.
    ///
    /// @param client comes back in every event, at most 64 characters
    /// @param customer who pays, so that his first order is known as such; at most 64 characters, and never shown
    public record References(String client, String customer) {
        /// None of them.
        public static final References NONE = new References("", "");
    }
}
