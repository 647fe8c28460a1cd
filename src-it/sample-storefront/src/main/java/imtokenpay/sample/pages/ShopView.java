package imtokenpay.sample.pages;

import imtokenpay.sample.shop.Book;
import imtokenpay.sample.shop.Shop;
import imtokenpay.sample.shop.ShopOrder;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// The catalogue and the list of orders.
@Named
@RequestScoped
public class ShopView {

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    @Inject
    private Shop shop;

    public List<Book> books() {
        return shop.books();
    }

    public List<ShopOrder> orders() {
        return shop.orders();
    }

    /// An instant for a reader.
    public String time(Instant instant) {
        return DAY_AND_TIME.format(instant);
    }
}
