package imtokenpay.api;

import imtokenpay.api.caller.CallerFilter;
import imtokenpay.api.problem.Problem;
import imtokenpay.flow.request.CancelPayment;
import imtokenpay.flow.request.RequestPayment;
import imtokenpay.flow.request.RequestPayment.Idempotency;
import imtokenpay.flow.request.RequestPayment.Requested;
import imtokenpay.flow.show.CheckoutAddresses;
import imtokenpay.flow.show.ListPayments;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.merchant.Store;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentRequest;
import imtokenpay.payment.Refusal;
import imtokenpay.webhook.PaymentJson;
import imtokenpay.webhook.PaymentJson.Snapshot;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Payments of the store that calls.
@Path("payments")
@Produces(MediaType.APPLICATION_JSON)
@Dependent
public class PaymentsResource {
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    // Two equal calls at the same moment: the second sees the first one's payment as soon as that is committed.
    private static final int TRIES_MAX = 5;

    private final RequestPayment request;
    private final CancelPayment cancel;
    private final ShowPayment show;
    private final ListPayments list;
    private final CheckoutAddresses addresses;

    @Inject
    public PaymentsResource(
            RequestPayment request,
            CancelPayment cancel,
            ShowPayment show,
            ListPayments list,
            CheckoutAddresses addresses) {
        this.request = request;
        this.cancel = cancel;
        this.show = show;
        this.list = list;
        this.addresses = addresses;
    }

    /// Asks for a payment.
    @POST
    public Response create(
            @Context ContainerRequestContext caller,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            InputStream stream) {
        if (key == null || !IDEMPOTENCY_KEY.matcher(key).matches()) {
            throw new Problem(
                    400,
                    "idempotency_key_missing",
                    "Send Idempotency-Key: 1 to 64 of A-Z a-z 0-9 - _, new per payment.");
        }
        var bytes = RequestBody.bytes(stream);
        var requested =
                requested(CallerFilter.store(caller), RequestBody.read(bytes), new Idempotency(key, hash(bytes)));
        var body = json(show.snapshot(requested.payment()));
        return Response.status(requested.isNew() ? 201 : 200).entity(body).build();
    }

    /// The store's payments, page by page.
    @GET
    public String list(@Context ContainerRequestContext caller, @BeanParam PaymentsQuery query) {
        var wanted = query.read(CallerFilter.store(caller).id());
        var page = list.page(wanted.filter(), wanted.after(), wanted.count());
        var payments = Json.createArrayBuilder();
        page.payments()
                .forEach(snapshot -> payments.add(
                        PaymentJson.of(snapshot, addresses.of(snapshot.payment().id()))));
        return Json.createObjectBuilder()
                .add("payments", payments)
                .add("cursor", page.cursor().text())
                .add("hasMore", page.hasMore())
                .build()
                .toString();
    }

    /// One payment.
    @GET
    @Path("{id}")
    public String payment(@Context ContainerRequestContext caller, @PathParam("id") String id) {
        return json(found(caller, id));
    }

    /// Cancels a payment that has received nothing.
    @POST
    @Path("{id}/cancel")
    public String cancel(@Context ContainerRequestContext caller, @PathParam("id") String id) {
        var payment = found(caller, id).payment();
        try {
            return json(show.snapshot(cancel.cancel(payment.id())));
        } catch (Refusal refusal) {
            throw Problem.of(refusal);
        }
    }

    private Snapshot found(ContainerRequestContext caller, String id) {
        if (!PaymentId.isOne(id)) {
            throw Problem.paymentNotFound();
        }
        return show.ofStore(CallerFilter.store(caller).id(), new PaymentId(id)).orElseThrow(Problem::paymentNotFound);
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

    private String json(Snapshot snapshot) {
        return PaymentJson.of(snapshot, addresses.of(snapshot.payment().id())).toString();
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
