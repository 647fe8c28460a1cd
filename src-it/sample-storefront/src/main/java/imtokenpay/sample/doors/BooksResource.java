package imtokenpay.sample.doors;

import imtokenpay.sample.shop.Book;
import imtokenpay.sample.shop.Shop;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// Door for tests of this sample: the shelf.
@Path("books")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class BooksResource {

    @Inject
    private Shop shop;

    /// One book with its stock.
    @GET
    @Path("{id:\\d{1,9}}")
    public JsonObject book(@PathParam("id") int id) {
        return shop.book(id).map(BooksResource::json).orElseThrow(NotFoundException::new);
    }

    private static JsonObject json(Book book) {
        return Json.createObjectBuilder()
                .add("id", book.id())
                .add("title", book.title())
                .add("price", book.price().toPlainString())
                .add("stock", book.stock())
                .build();
    }
}
