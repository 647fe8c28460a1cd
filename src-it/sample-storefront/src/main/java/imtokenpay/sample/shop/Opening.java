package imtokenpay.sample.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.util.List;

/// Puts six books on the shelf when the shop opens for the first time.
@ApplicationScoped
public class Opening {

    void open(@Observes @Initialized(ApplicationScoped.class) Object started, Shop shop) {
        shop.open(List.of(
                book(1, "The Ledger of Small Things", "Ada Quill", "12.50", 40),
                book(2, "A Field Guide to Rain", "Tomas Brook", "18.00", 25),
                book(3, "Letters Never Sent", "Mira Halloway", "9.95", 60),
                book(4, "The Cartographer's Kitchen", "Ines Varga", "24.90", 12),
                book(5, "Night Trains of Europe", "Jonas Feld", "31.00", 8),
                book(6, "How Paper Remembers", "Lin Wei", "15.75", 1)));
    }

    private static Book book(int id, String title, String author, String price, int stock) {
        return new Book(id, title, author, new BigDecimal(price), stock);
    }
}
