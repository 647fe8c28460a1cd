package imtokenpay.sample.doors;

import imtokenpay.sample.shop.Shop;
import imtokenpay.sample.shop.ShopOrder;
import imtokenpay.sample.shop.SoldOut;
import imtokenpay.sample.shop.Wish;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Door for tests of this sample: place an order and look at it.
@Path("orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class OrdersResource {

    @Inject
    private Shop shop;

    @Inject
    private Stumble stumble;

    /// How an order stands.
    @GET
    @Path("{ref}")
    public JsonObject order(@PathParam("ref") String ref) {
        return shop.order(ref).map(OrdersResource::json).orElseThrow(NotFoundException::new);
    }

    /// Places an order: 201, 400 for a wish that cannot be, 409 when sold out.
    @POST
    public Response place(JsonObject body) {
        try {
            Wish wish = new Wish(body.getInt("book", 0), body.getInt("quantity", 1), "A test");
            return Response.status(Response.Status.CREATED)
                    .entity(json(shop.place(wish)))
                    .build();
        } catch (IllegalArgumentException wrong) {
            return no(Response.Status.BAD_REQUEST, "wrong_wish", wrong.getMessage());
        } catch (SoldOut soldOut) {
            return no(Response.Status.CONFLICT, "sold_out", soldOut.getMessage());
        }
    }

    /// Makes a listener fail once, when it hears that this order is paid.
    @POST
    @Path("{ref}/stumble")
    public void stumble(@PathParam("ref") String ref) {
        stumble.at(ref);
    }

    private static Response no(Response.Status status, String reason, String message) {
        return Response.status(status)
                .entity(Json.createObjectBuilder()
                        .add("reason", reason)
                        .add("message", message)
                        .build())
                .build();
    }

    private static JsonObject json(ShopOrder order) {
        return Json.createObjectBuilder()
                .add("ref", order.orderRef())
                .add("status", order.status().name())
                .add("note", order.note())
                .add("book", order.book().id())
                .add("quantity", order.quantity())
                .add("total", order.total().toPlainString())
                .add("currency", ShopOrder.CURRENCY)
                .build();
    }
}
