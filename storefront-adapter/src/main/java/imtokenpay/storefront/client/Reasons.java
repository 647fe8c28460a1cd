package imtokenpay.storefront.client;

import imtokenpay.storefront.RefusalReason;

/// The plugin's refusals in the words of the store.
final class Reasons {

    private static final int SERVER_FAILED = 500;

    private Reasons() {}

    /// @param code of the problem document; empty where the answer was none
    static RefusalReason of(int status, String code) {
        return switch (code) {
            case "unknown_asset" -> RefusalReason.ASSET_NOT_ACCEPTED;
            case "asset_not_verified", "chain_not_watched", "no_rate" -> RefusalReason.ASSET_NOT_READY;
            case "amount_too_small" -> RefusalReason.AMOUNT_TOO_SMALL;
            case "amount_too_large" -> RefusalReason.AMOUNT_TOO_LARGE;
            case "no_slot_free" -> RefusalReason.BUSY;
            case "payment_detected" -> RefusalReason.MONEY_ON_ITS_WAY;
            case "not_open" -> RefusalReason.ORDER_NOT_PAYABLE;
            case "payment_not_found" -> RefusalReason.PAYMENT_NOT_FOUND;
            // A proxy that finds no plugin, or the plugin's own mistake: what became of the request is not known.
            default -> status >= SERVER_FAILED ? RefusalReason.NO_ANSWER : RefusalReason.REFUSED;
        };
    }
}
