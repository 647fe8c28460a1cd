package imtokenpay.api;

import imtokenpay.api.body.Body;
import imtokenpay.api.caller.CallerFilter;
import imtokenpay.api.caller.Needs;
import imtokenpay.api.problem.Problem;
import imtokenpay.flow.caller.Caller;
import imtokenpay.flow.monitor.PaymentMonitor;
import imtokenpay.flow.request.CancelPayment;
import imtokenpay.flow.request.PaymentMethod;
import imtokenpay.flow.request.RequestPayment;
import imtokenpay.flow.request.RequestPayment.Idempotency;
import imtokenpay.flow.request.RequestPayment.Requested;
import imtokenpay.merchant.Store;
import imtokenpay.merchant.key.Scope;
import imtokenpay.payment.PaymentRequest;
import imtokenpay.payment.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import org.jspecify.annotations.Nullable;

/// Payments of the store that calls.
@Path("payments")
@Produces(MediaType.APPLICATION_JSON)
@Dependent
public class PaymentsResource {
    // Two equal calls at the same moment: the second sees the first one's payment as soon as that is committed.
    private static final int TRIES_MAX = 5;

    private final RequestPayment request;
    private final CancelPayment cancel;
    private final PaymentMethod method;
    private final PaymentDesk desk;
    private final PaymentMonitor monitor;

    @Inject
    public PaymentsResource(
            RequestPayment request,
            CancelPayment cancel,
            PaymentMethod method,
            PaymentDesk desk,
            PaymentMonitor monitor) {
        this.request = request;
        this.cancel = cancel;
        this.method = method;
        this.desk = desk;
        this.monitor = monitor;
    }

    /// Asks for a payment.
    @POST
    @Needs(Scope.PAYMENTS_WRITE)
    public Response create(
            @Context ContainerRequestContext caller,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            InputStream stream) {
        var call = Body.key(key, "payment");
        var bytes = Body.bytes(stream);
        var wanted = RequestBody.read(bytes);
        refuseRealMoney(CallerFilter.caller(caller), wanted);
        var requested = requested(CallerFilter.store(caller), wanted, new Idempotency(call, Body.hash(bytes)));
        if (requested.isNew()) {
            monitor.opened(requested.payment().terms().due().asset());
        }
        var body = desk.json(requested.payment());
        return Response.status(requested.isNew() ? 201 : 200).entity(body).build();
    }

    /// The store's payments, page by page.
    @GET
    @Needs(Scope.PAYMENTS_READ)
    public String list(@Context ContainerRequestContext caller, @BeanParam PaymentsQuery query) {
        return desk.json(query.read(CallerFilter.store(caller).id()));
    }

    /// One payment.
    @GET
    @Needs(Scope.PAYMENTS_READ)
    @Path("{id}")
    public String payment(@Context ContainerRequestContext caller, @PathParam("id") String id) {
        return desk.json(CallerFilter.store(caller).id(), id);
    }

    /// Cancels a payment that has received nothing.
    @POST
    @Needs(Scope.PAYMENTS_WRITE)
    @Path("{id}/cancel")
    public String cancel(@Context ContainerRequestContext caller, @PathParam("id") String id) {
        var payment = desk.found(CallerFilter.store(caller).id(), id);
        try {
            return desk.json(cancel.cancel(payment.id()));
        } catch (Refusal refusal) {
            throw Problem.of(refusal);
        }
    }

    // What nobody accepts is refused for that reason, further on.
    private void refuseRealMoney(Caller caller, PaymentRequest wanted) {
        if (caller.rights().test() && method.isRealMoney(wanted.assetId())) {
            throw new Problem(403, "test_key", "This key is for play money, and this asset is real money.");
        }
    }

    private Requested requested(Store store, PaymentRequest wanted, Idempotency idempotency) {
        for (var i = 1; ; i++) {
            try {
                return request.request(store, wanted, idempotency);
            } catch (Refusal refusal) {
                throw Problem.of(refusal);
            } catch (RequestPayment.KeyTaken elsewhere) {
                if (i == TRIES_MAX) {
                    throw elsewhere;
                }
            }
        }
    }
}
