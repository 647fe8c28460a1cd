package imtokenpay.storefront.json;

import imtokenpay.storefront.AcceptedAsset;
import imtokenpay.storefront.PaymentMethod;
import imtokenpay.storefront.PaymentNotice;
import imtokenpay.storefront.PaymentStatus;
import imtokenpay.storefront.PaymentTransaction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// Reads what the plugin answers.
public final class PaymentJson {

    private PaymentJson() {}

    /// One payment.
    ///
    /// @throws UnreadableJson where the adapter cannot rely on it
    public static PaymentNotice payment(byte[] body) {
        return payment(Fields.parse(body));
    }

    /// What a shopper can pay with; nothing when the plugin says that it offers nothing.
    ///
    /// @throws UnreadableJson when it is no JSON object or an asset has no id
    public static PaymentMethod paymentMethod(byte[] body) {
        Fields method = Fields.parse(body);
        List<AcceptedAsset> assets =
                method.objects("assets").stream().map(PaymentJson::asset).toList();
        if (!method.flag("available", true) || assets.isEmpty()) {
            return PaymentMethod.unavailable();
        }
        return new PaymentMethod(
                true,
                assets,
                method.objects("campaigns").stream()
                        .map(PaymentJson::offer)
                        .filter(offer ->
                                !offer.percent().isEmpty() || !offer.amount().isEmpty())
                        .toList());
    }

    /// The `code` of a problem document; empty when the body is none.
    public static String problemCode(byte[] body) {
        return field(body, "code");
    }

    /// What a problem document says of us, with the `requestId` that finds it in the plugin's log.
    public static String problemDetail(byte[] body) {
        return field(body, "detail") + " " + field(body, "violations") + " (request " + field(body, "requestId") + ")";
    }

    static PaymentNotice payment(Fields json) {
        return new PaymentNotice(
                json.text("id"),
                json.text("orderRef"),
                json.text("clientReference", ""),
                json.number("sequence"),
                status(json.text("status")),
                json.amount("amount"),
                json.text("currency"),
                json.object("discount", Fields.NONE).amount("amount", BigDecimal.ZERO),
                json.text("asset"),
                json.text("symbol", ""),
                json.text("chain", ""),
                json.amount("assetAmount", BigDecimal.ZERO),
                json.amount("received", BigDecimal.ZERO),
                json.amount("surplus", BigDecimal.ZERO),
                json.text("address", ""),
                json.count("confirmations", 0),
                json.count("confirmationsRequired", 0),
                json.instant("deadline", Instant.EPOCH),
                json.flag("test", false),
                json.text("checkoutUrl", ""),
                json.objects("transactions").stream()
                        .map(PaymentJson::transaction)
                        .toList(),
                "");
    }

    private static PaymentStatus status(String name) {
        try {
            return PaymentStatus.of(name);
        } catch (IllegalArgumentException unknown) {
            throw new UnreadableJson("status " + name + " is unknown", unknown);
        }
    }

    private static PaymentTransaction transaction(Fields json) {
        return new PaymentTransaction(
                json.text("hash"),
                json.count("logIndex", -1),
                json.amount("amount", BigDecimal.ZERO),
                json.count("confirmations", 0),
                json.flag("included", true));
    }

    private static PaymentMethod.Offer offer(Fields json) {
        return new PaymentMethod.Offer(
                json.text("name", ""),
                json.text("percent", ""),
                json.text("amount", ""),
                json.text("currency", ""),
                json.flag("firstOrder", false));
    }

    private static AcceptedAsset asset(Fields json) {
        String chain = json.text("chain", "");
        return new AcceptedAsset(
                json.text("asset"),
                json.text("symbol", "?"),
                chain,
                json.text("network", chain),
                json.flag("test", false));
    }

    private static String field(byte[] body, String name) {
        try {
            return Fields.parse(body).text(name, "");
        } catch (UnreadableJson noProblemDocument) {
            return "";
        }
    }
}
