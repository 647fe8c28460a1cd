package imtokenpay.webhook;

import imtokenpay.chain.ChainView;
import imtokenpay.chain.Finality;
import imtokenpay.chain.Transfer;
import imtokenpay.refund.Refund;
import imtokenpay.refund.RefundLifecycle;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/// A refund as every store sees it, in answers and in events alike.
public final class RefundJson {
    private static final int TRANSACTIONS_MAX = 20;
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private RefundJson() {}

    /// What is known of a refund at one moment.
    ///
    /// @param payouts the transfers that were seen for it
    /// @param network the chain's name for people
    public record Snapshot(Refund refund, List<Transfer> payouts, ChainView view, Finality finality, String network) {
        /// How many blocks confirm it, its own counting 1; 0 while nothing is there.
        public long confirmations() {
            return payouts.stream().mapToLong(view::confirmations).max().orElse(0);
        }

        /// How many transfers are more than should have been made: a person has to look.
        public long beyond() {
            return RefundLifecycle.beyond(refund.state(), payouts);
        }
    }

    /// The refund as a JSON object. The amount is a decimal string.
    ///
    /// @param checkoutUrl the payment's page; the shopper's page about refunds lies below it
    public static JsonObject of(Snapshot snapshot, String checkoutUrl) {
        var refund = snapshot.refund();
        var asset = refund.amount().asset();
        var json = JSON.createObjectBuilder()
                .add("id", refund.id().text())
                .add("paymentId", refund.paymentId().text())
                .add("status", refund.state().word())
                .add("amount", refund.amount().decimal())
                .add("asset", asset.id())
                .add("symbol", asset.symbol())
                .add("chain", asset.chain().text())
                .add("reason", refund.origin().reason())
                .add("recordedAt", refund.origin().recordedAt().toString())
                .add("recordedBy", refund.origin().by());
        refund.destination()
                .ifPresent(to -> json.add("address", to.address().text())
                        .add("addressFrom", to.source().word()));
        return json.add("shopperUrl", checkoutUrl + "/refund")
                .add("confirmations", snapshot.confirmations())
                .add("confirmationsRequired", snapshot.finality().confirmationsRequired())
                .add("transactions", transactions(snapshot))
                .build();
    }

    private static JsonArrayBuilder transactions(Snapshot snapshot) {
        var array = JSON.createArrayBuilder();
        for (var payout : snapshot.payouts().stream().limit(TRANSACTIONS_MAX).toList()) {
            array.add(JSON.createObjectBuilder()
                    .add("hash", payout.id().txHash())
                    .add("confirmations", snapshot.view().confirmations(payout))
                    .add("included", payout.isIncluded()));
        }
        return array;
    }
}
