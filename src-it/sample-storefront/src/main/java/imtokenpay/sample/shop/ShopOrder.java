package imtokenpay.sample.shop;

import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/// One customer's order of one title. While it is `NEW` or `PAID`, its books are off the shelf.
@Entity
@Table(name = "shop_order")
public class ShopOrder {

    /// ISO 4217; the shop sells in one currency.
    public static final String CURRENCY = "USD";

    private static final int NOTE_LIMIT = 500;

    @Id
    @Column(name = "order_ref", length = 64)
    private String orderRef = "";

    /// Without a constraint: the schema generation would try to make it again at each start.
    @ManyToOne(optional = false)
    @JoinColumn(name = "book_id", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    private Book book = new Book();

    @Column(nullable = false)
    private int quantity;

    @Column(nullable = false, precision = 12, scale = 2)
    private BigDecimal total = BigDecimal.ZERO;

    @Column(name = "customer", nullable = false)
    private String customer = "";

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private OrderStatus status = OrderStatus.NEW;

    @Column(nullable = false, length = NOTE_LIMIT)
    private String note = "";

    @Column(name = "placed_at", nullable = false)
    private Instant placedAt = Instant.EPOCH;

    /// For the persistence provider.
    protected ShopOrder() {}

    ShopOrder(String orderRef, Wish wish, Book book, Instant placedAt) {
        this.orderRef = orderRef;
        this.book = book;
        this.quantity = wish.quantity();
        this.total = book.price().multiply(BigDecimal.valueOf(wish.quantity()));
        this.customer = wish.customer();
        this.placedAt = placedAt;
    }

    public String orderRef() {
        return orderRef;
    }

    public Book book() {
        return book;
    }

    public int quantity() {
        return quantity;
    }

    /// In [#CURRENCY].
    public BigDecimal total() {
        return total;
    }

    public String customer() {
        return customer;
    }

    public OrderStatus status() {
        return status;
    }

    /// What the customer and the shop should know; empty when all is as usual.
    public String note() {
        return note;
    }

    public Instant placedAt() {
        return placedAt;
    }

    /// In a few words: `2 x Letters Never Sent`.
    public String description() {
        return quantity + " x " + book.title();
    }

    /// Whether it waits for money.
    public boolean waiting() {
        return status == OrderStatus.NEW;
    }

    void become(OrderStatus next) {
        status = next;
        note = "";
    }

    void note(String words) {
        note = words.length() > NOTE_LIMIT ? words.substring(0, NOTE_LIMIT) : words;
    }
}
