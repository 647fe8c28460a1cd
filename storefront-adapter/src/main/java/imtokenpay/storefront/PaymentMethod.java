package imtokenpay.storefront;

import java.util.List;

/// What the store can offer at this moment.
///
/// @param available false when imToken Pay is not set up or does not answer: hide the method
/// @param assets what can be paid with; empty when not available
public record PaymentMethod(boolean available, List<AcceptedAsset> assets) {

    public PaymentMethod {
        assets = List.copyOf(assets);
    }

    /// Nothing on offer.
    public static PaymentMethod unavailable() {
        return new PaymentMethod(false, List.of());
    }
}
