package imtokenpay.webhook;

import imtokenpay.chain.ChainView;
import imtokenpay.chain.Transfer;
import imtokenpay.payment.Payment;
import imtokenpay.payment.Tally;
import imtokenpay.quote.campaign.Discount;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;

/// A payment as every store sees it, in answers and in events alike.
public final class PaymentJson {
    // Anybody can send a due amount a thousand times; an event must still fit its row and its store's limits.
    private static final int TRANSACTIONS_MAX = 20;

    // Asked for once: each call of Json itself looks through all jars for who implements it.
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private PaymentJson() {}

    /// What is known of a payment at one moment.
    ///
    /// @param network the chain's name for people
    /// @param test whether it is about play money
    public record Snapshot(Payment payment, List<Transfer> transfers, ChainView view, String network, boolean test) {
        /// What the transfers add up to.
        public Tally tally() {
            return Tally.of(transfers, payment.terms(), view);
        }
    }

    /// The payment as a JSON object. Amounts are decimal strings.
    ///
    /// @param checkoutUrl where the shopper pays
    public static JsonObject of(Snapshot snapshot, String checkoutUrl) {
        var payment = snapshot.payment();
        var request = payment.origin().request();
        var terms = payment.terms();
        var asset = terms.due().asset();
        var tally = snapshot.tally();
        var json = JSON.createObjectBuilder()
                .add("id", payment.id().text())
                .add("orderRef", request.orderRef())
                .add("clientReference", request.references().client())
                .add("sequence", payment.sequence())
                .add("status", payment.status().word())
                .add("amount", request.price().value().toPlainString())
                .add("currency", request.price().currency().getCurrencyCode())
                .add("asset", asset.id())
                .add("symbol", asset.symbol())
                .add("chain", asset.chain().text())
                .add("assetAmount", terms.due().decimal())
                .add("received", tally.received().decimal())
                .add("surplus", tally.surplus(terms).decimal())
                .add("address", payment.receiver().text())
                .add("confirmations", tally.confirmations())
                .add("confirmationsRequired", terms.finality().confirmationsRequired())
                .add("finality", terms.finality().word())
                .add("deadline", terms.deadline().toString())
                .add("test", snapshot.test())
                .add("checkoutUrl", checkoutUrl)
                .add("transactions", transactions(snapshot));
        payment.origin().discount().map(PaymentJson::discount).ifPresent(discount -> json.add("discount", discount));
        return json.build();
    }

    private static JsonObjectBuilder discount(Discount discount) {
        return JSON.createObjectBuilder()
                .add("campaign", discount.campaign().text())
                .add("name", discount.name())
                .add("firstOrder", discount.firstOrder())
                .add("amount", discount.amount().value().toPlainString())
                .add("currency", discount.amount().currency().getCurrencyCode());
    }

    private static JsonArrayBuilder transactions(Snapshot snapshot) {
        var array = JSON.createArrayBuilder();
        var transfers = snapshot.transfers();
        for (var transfer : transfers.subList(Math.max(0, transfers.size() - TRANSACTIONS_MAX), transfers.size())) {
            array.add(JSON.createObjectBuilder()
                    .add("hash", transfer.id().txHash())
                    .add("logIndex", transfer.id().logIndex())
                    .add("amount", transfer.amount().decimal())
                    .add("confirmations", snapshot.view().confirmations(transfer))
                    .add("included", transfer.isIncluded()));
        }
        return array;
    }
}
