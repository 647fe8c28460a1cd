package imtokenpay.sample.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/// A book on the shelf.
@Entity
@Table(name = "book")
public class Book {

    @Id
    private int id;

    @Column(nullable = false)
    private String title = "";

    @Column(nullable = false)
    private String author = "";

    @Column(nullable = false, precision = 12, scale = 2)
    private BigDecimal price = BigDecimal.ZERO;

    @Column(nullable = false)
    private int stock;

    /// For the persistence provider.
    protected Book() {}

    /// @param price in US dollars
    public Book(int id, String title, String author, BigDecimal price, int stock) {
        this.id = id;
        this.title = title;
        this.author = author;
        this.price = price;
        this.stock = stock;
    }

    public int id() {
        return id;
    }

    public String title() {
        return title;
    }

    public String author() {
        return author;
    }

    /// In US dollars.
    public BigDecimal price() {
        return price;
    }

    /// How many can still be ordered.
    public int stock() {
        return stock;
    }
}
