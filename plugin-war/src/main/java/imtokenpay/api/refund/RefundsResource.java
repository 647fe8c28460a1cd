package imtokenpay.api.refund;

import imtokenpay.api.body.Body;
import imtokenpay.api.caller.CallerFilter;
import imtokenpay.api.caller.Needs;
import imtokenpay.api.problem.Problem;
import imtokenpay.chain.Spelling;
import imtokenpay.flow.refund.CancelRefund;
import imtokenpay.flow.refund.RecordRefund;
import imtokenpay.flow.refund.ShowRefunds;
import imtokenpay.flow.show.CheckoutAddresses;
import imtokenpay.merchant.Store;
import imtokenpay.merchant.key.Scope;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.Refusal;
import imtokenpay.refund.RefundId;
import imtokenpay.refund.Refunds.Call;
import imtokenpay.webhook.PaymentJson;
import imtokenpay.webhook.RefundJson;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a store gives back of a payment. Recorded here and paid from the merchant's own wallet: there is no call
/// that sends money, and none that says it was sent.
@Path("payments/{id}/refunds")
@Produces(MediaType.APPLICATION_JSON)
@Dependent
public class RefundsResource {
    private final ShowRefunds show;
    private final RecordRefund record;
    private final CancelRefund cancel;
    private final Spelling spelling;
    private final CheckoutAddresses addresses;

    @Inject
    public RefundsResource(
            ShowRefunds show,
            RecordRefund record,
            CancelRefund cancel,
            Spelling spelling,
            CheckoutAddresses addresses) {
        this.show = show;
        this.record = record;
        this.cancel = cancel;
        this.spelling = spelling;
        this.addresses = addresses;
    }

    /// Records a refund.
    @POST
    @Needs(Scope.REFUNDS_WRITE)
    public Response create(
            @Context ContainerRequestContext caller,
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            InputStream stream) {
        var idempotency = Body.key(key, "refund");
        var store = CallerFilter.store(caller);
        var snapshot = found(store, id);
        if (CallerFilter.caller(caller).rights().test() && !snapshot.test()) {
            throw new Problem(403, "test_key", "This key is for play money, and this payment is real money.");
        }
        var payment = snapshot.payment();
        var bytes = Body.bytes(stream);
        var asset = payment.terms().due().asset();
        var wanted = RefundBody.read(bytes, asset, spelling, "store " + store.id());
        try {
            var recorded = record.record(payment.id(), wanted, new Call(idempotency, Body.hash(bytes)));
            var body = json(payment.id(), recorded.refund().id());
            return Response.status(recorded.isNew() ? 201 : 200)
                    .entity(body.toString())
                    .build();
        } catch (Refusal refusal) {
            throw Problem.of(refusal);
        }
    }

    /// A payment's refunds, oldest first, and what can still be given back.
    @GET
    @Needs(Scope.PAYMENTS_READ)
    public String list(@Context ContainerRequestContext caller, @PathParam("id") String id) {
        var payment = found(CallerFilter.store(caller), id).payment();
        var refunds = Json.createArrayBuilder();
        show.of(payment.id()).forEach(refund -> refunds.add(json(refund)));
        var refundable = show.refundable(payment.id());
        return Json.createObjectBuilder()
                .add("refunds", refunds)
                .add("refundable", refundable.left().decimal())
                .add("refundableSurplus", refundable.surplus().decimal())
                .build()
                .toString();
    }

    /// Cancels a refund of which nothing was seen.
    @POST
    @Needs(Scope.REFUNDS_WRITE)
    @Path("{refundId}/cancel")
    public String cancel(
            @Context ContainerRequestContext caller,
            @PathParam("id") String id,
            @PathParam("refundId") String refundId) {
        var store = CallerFilter.store(caller);
        var payment = found(store, id).payment();
        if (!RefundId.isOne(refundId)
                || show.byId(payment.id(), new RefundId(refundId)).isEmpty()) {
            throw Problem.refundNotFound();
        }
        try {
            return json(
                            payment.id(),
                            cancel.cancel(new RefundId(refundId), "store " + store.id())
                                    .id())
                    .toString();
        } catch (Refusal refusal) {
            throw Problem.of(refusal);
        }
    }

    private PaymentJson.Snapshot found(Store store, String id) {
        return Optional.of(id)
                .filter(PaymentId::isOne)
                .map(PaymentId::new)
                .flatMap(payment -> show.payment(store.id(), payment))
                .orElseThrow(Problem::paymentNotFound);
    }

    private JsonObject json(PaymentId payment, RefundId id) {
        return json(show.byId(payment, id).orElseThrow());
    }

    private JsonObject json(RefundJson.Snapshot refund) {
        return RefundJson.of(refund, addresses.of(refund.refund().paymentId()));
    }
}
