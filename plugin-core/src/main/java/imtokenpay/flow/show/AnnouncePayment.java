package imtokenpay.flow.show;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.monitor.Ending;
import imtokenpay.flow.monitor.PaymentMonitor;
import imtokenpay.payment.Payment;
import imtokenpay.webhook.Outbox;
import imtokenpay.webhook.PaymentJson;
import imtokenpay.webhook.RefundJson;
import imtokenpay.webhook.WebhookEvent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Map;

/// Writes what happened to a payment into the outbox, within the transaction that made it happen.
/// Nobody posts from here.
@UseCase
public class AnnouncePayment {
    private static final Logger LOG = System.getLogger(AnnouncePayment.class.getName());
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private final Outbox outbox;
    private final ShowPayment show;
    private final CheckoutAddresses addresses;
    private final PaymentMonitor monitor;
    private final InstantSource clock;

    @Inject
    public AnnouncePayment(
            Outbox outbox, ShowPayment show, CheckoutAddresses addresses, PaymentMonitor monitor, InstantSource clock) {
        this.outbox = outbox;
        this.show = show;
        this.addresses = addresses;
        this.monitor = monitor;
        this.clock = clock;
    }

    /// Tells that the payment entered its standing.
    public void moved(Payment before, Payment after) {
        var snapshot = show.snapshot(after);
        LOG.log(Level.INFO, "{0}", MoveLine.of(before, snapshot));
        Ending.of(after, snapshot.tally()).ifPresent(ending -> monitor.ended(after, ending));
        tell(after, "payment." + after.status().word(), json(snapshot));
    }

    /// Tells that more came than was due.
    public void overpaid(Payment payment) {
        LOG.log(
                Level.INFO,
                "payment {0} of order {1}: {2} beyond the due amount",
                payment.id(),
                Quoted.of(payment.origin().request().orderRef()),
                payment.standing().surplus());
        tell(payment, "payment.overpaid", json(show.snapshot(payment)));
    }

    /// Tells what happened to a refund of the payment, whose sequence it has taken.
    public void refund(Payment payment, RefundJson.Snapshot refund, String what) {
        LOG.log(
                Level.INFO,
                "refund {0} of payment {1}, {2}: {3}",
                refund.refund().id(),
                payment.id(),
                refund.refund().amount(),
                what);
        var content = json(show.snapshot(payment));
        tell(payment, "refund." + what, content.add("refund", RefundJson.of(refund, addresses.of(payment.id()))));
    }

    private JsonObjectBuilder json(PaymentJson.Snapshot snapshot) {
        var checkout = addresses.of(snapshot.payment().id());
        return JSON.createObjectBuilder(PaymentJson.of(snapshot, checkout));
    }

    private void tell(Payment payment, String type, JsonObjectBuilder content) {
        var now = clock.instant();
        var id = WebhookEvent.idOf(payment.id(), payment.sequence());
        var body = JSON.createObjectBuilder()
                .add("id", id)
                .add("type", type)
                .add("timestamp", now.toString())
                .add("apiVersion", "v1")
                .add("data", content)
                .build()
                .toString();
        outbox.announce(new WebhookEvent(
                id, payment.origin().storeId(), payment.id(), type, new WebhookEvent.Content(now, body)));
    }
}
