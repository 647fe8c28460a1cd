package imtokenpay.adapter.jpa.payment;

import imtokenpay.chain.Address;
import imtokenpay.chain.Finality;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.money.Price;
import imtokenpay.payment.Decision;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentRequest;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.Terms;
import imtokenpay.quote.Quote;
import imtokenpay.quote.Rate;
import imtokenpay.quote.campaign.CampaignId;
import imtokenpay.quote.campaign.Discount;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Between a payment and its row.
final class PaymentMapping {
    private PaymentMapping() {}

    static PaymentRow row(Payment payment) {
        var request = payment.origin().request();
        var quote = payment.origin().quote();
        var asset = payment.terms().due().asset();
        var row = new PaymentRow();
        row.id = payment.id().text();
        row.storeId = payment.origin().storeId();
        row.orderRef = request.orderRef();
        row.clientReference = request.references().client();
        row.customerReference = request.references().customer();
        row.description = request.wording().description();
        row.returnUrl = request.wording().returnUrl();
        row.price = request.price().value();
        row.currency = request.price().currency().getCurrencyCode();
        payment.origin().discount().ifPresent(discount -> discount(row, discount));
        row.chain = asset.chain().text();
        row.assetId = asset.id();
        row.symbol = asset.symbol();
        row.decimals = asset.decimals();
        row.rate = quote.rate().value();
        row.rateSaid = quote.rate().said();
        row.quoted = quote.amount().units();
        row.quotedAt = quote.quotedAt();
        row.receiver = payment.receiver().text();
        row.openedAt = payment.terms().openedAt();
        stand(row, payment);
        return row;
    }

    /// Writes what can change in a payment's life.
    static void stand(PaymentRow row, Payment payment) {
        var terms = payment.terms();
        row.due = terms.due().units();
        row.deadline = terms.deadline();
        row.confirmations = terms.finality().confirmationsRequired();
        row.finalized = !(terms.finality() instanceof Finality.Depth);
        decide(row, terms.decision());
        row.status = payment.status().word();
        row.sequence = payment.sequence();
        row.surplus = payment.standing().surplus().units();
    }

    static Payment payment(PaymentRow row) {
        var asset = new Asset(row.assetId, row.symbol, row.decimals);
        var price = new Price(row.price, Currency.getInstance(row.currency));
        var wording = new PaymentRequest.Wording(row.description, row.returnUrl);
        var references = new PaymentRequest.References(row.clientReference, row.customerReference);
        var request = new PaymentRequest(row.orderRef, price, row.assetId, wording, references);
        var discount = discount(row, price.currency());
        var quote = new Quote(
                discount.map(off -> off.off(price)).orElse(price),
                new Rate(row.rate, row.rateSaid),
                new Amount(row.quoted, asset),
                row.quotedAt);
        var finality =
                row.finalized ? new Finality.Finalized(row.confirmations) : new Finality.Depth(row.confirmations);
        var terms = new Terms(new Amount(row.due, asset), row.openedAt, row.deadline, finality, decision(row, asset));
        var status = PaymentStatus.valueOf(row.status.toUpperCase(Locale.ROOT));
        return new Payment(
                new PaymentId(row.id),
                new Payment.Origin(row.storeId, request, discount, quote),
                new Address(row.receiver),
                terms,
                new Payment.Standing(status, row.sequence, new Amount(row.surplus, asset)));
    }

    private static void discount(PaymentRow row, Discount discount) {
        row.campaignId = discount.campaign().text();
        row.campaignName = discount.name();
        row.firstOrder = discount.firstOrder();
        row.discount = discount.amount().value();
    }

    private static Optional<Discount> discount(PaymentRow row, Currency currency) {
        return Optional.ofNullable(row.campaignId)
                .map(id -> new Discount(
                        new CampaignId(id), row.campaignName, row.firstOrder, new Price(row.discount, currency)));
    }

    private static void decide(PaymentRow row, Decision decision) {
        switch (decision) {
            case Decision.None none -> row.decision = "none";
            case Decision.Cancelled cancelled -> {
                row.decision = "cancelled";
                row.decidedAt = cancelled.at();
            }
            case Decision.Accepted accepted -> {
                row.decision = "accepted";
                row.decidedAt = accepted.at();
            }
            case Decision.Closed closed -> {
                row.decision = "closed";
                row.decidedAt = closed.at();
                row.decidedOver = closed.over().units();
            }
        }
    }

    private static Decision decision(PaymentRow row, Asset asset) {
        return switch (row.decision) {
            case "none" -> new Decision.None();
            case "cancelled" -> new Decision.Cancelled(Objects.requireNonNull(row.decidedAt));
            case "accepted" -> new Decision.Accepted(Objects.requireNonNull(row.decidedAt));
            case "closed" ->
                new Decision.Closed(
                        Objects.requireNonNull(row.decidedAt),
                        new Amount(Objects.requireNonNull(row.decidedOver), asset));
            default ->
                throw new IllegalStateException(
                        "payment " + row.id + " has a decision '" + row.decision + "' that this version does not know");
        };
    }
}
