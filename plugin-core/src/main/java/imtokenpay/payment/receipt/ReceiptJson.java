package imtokenpay.payment.receipt;

import imtokenpay.chain.Transfer;
import imtokenpay.money.Price;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/// A receipt as it is signed.
public final class ReceiptJson {
    // Asked for once: each call of Json itself looks through all jars for who implements it.
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private ReceiptJson() {}

    /// The receipt as a JSON object, the same text for the same receipt. Amounts are decimal texts, times by the
    /// chain's clock.
    public static String of(Receipt receipt) {
        var payment = receipt.payment();
        var request = payment.origin().request();
        var asset = payment.terms().due().asset();
        var transactions = JSON.createArrayBuilder();
        receipt.transfers().forEach(transfer -> transactions.add(of(transfer)));
        return JSON.createObjectBuilder()
                .add("receipt", "v1")
                .add("id", payment.id().text())
                .add("store", receipt.circumstances().store())
                .add("orderRef", request.orderRef())
                .add("description", request.wording().description())
                .add("price", of(request.price()))
                .add("charged", of(receipt.charged()))
                .add("paid", receipt.paid().decimal())
                .add("asset", asset.id())
                .add("symbol", asset.symbol())
                .add("chain", asset.chain().text())
                .add("network", receipt.circumstances().network())
                .add("address", payment.receiver().text())
                .add("paidAt", receipt.paidAt().toString())
                .add("test", receipt.circumstances().test())
                .add("transactions", transactions)
                .build()
                .toString();
    }

    private static JsonObjectBuilder of(Transfer transfer) {
        var block = Receipt.block(transfer);
        return JSON.createObjectBuilder()
                .add("hash", transfer.id().txHash())
                .add("logIndex", transfer.id().logIndex())
                .add("amount", transfer.amount().decimal())
                .add("sender", transfer.sender().text())
                .add("block", block.height())
                .add("blockHash", block.hash())
                .add("time", block.time().toString());
    }

    private static JsonObjectBuilder of(Price price) {
        return JSON.createObjectBuilder()
                .add("value", price.value().toPlainString())
                .add("currency", price.currency().getCurrencyCode());
    }
}
