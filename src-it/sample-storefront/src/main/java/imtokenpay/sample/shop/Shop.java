package imtokenpay.sample.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The shelf and the order book. Each method is one transaction, or part of the caller's.
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
public class Shop {

    private static final int REF_LENGTH = 10;
    private static final int PAGE = 50;
    /// Without letters and digits that look alike.
    private static final String REF_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    @PersistenceContext(unitName = "shop")
    private EntityManager db;

    private final SecureRandom random = new SecureRandom();

    public List<Book> books() {
        return db.createQuery("select b from Book b order by b.id", Book.class).getResultList();
    }

    public Optional<Book> book(int id) {
        return Optional.ofNullable(db.find(Book.class, id));
    }

    public Optional<ShopOrder> order(String orderRef) {
        return Optional.ofNullable(db.find(ShopOrder.class, orderRef));
    }

    /// The youngest orders first, 50 at most.
    public List<ShopOrder> orders() {
        return db.createQuery("select o from ShopOrder o order by o.placedAt desc", ShopOrder.class)
                .setMaxResults(PAGE)
                .getResultList();
    }

    /// Takes the books off the shelf and writes the order, both or neither.
    ///
    /// @throws SoldOut when fewer are left
    public ShopOrder place(Wish wish) throws SoldOut {
        if (move(wish.book(), -wish.quantity()) == 0) {
            throw new SoldOut();
        }
        Book book = db.find(Book.class, wish.book());
        ShopOrder order = new ShopOrder(newRef(), wish, book, Instant.now());
        db.persist(order);
        return order;
    }

    /// The order is paid. One that was cancelled meanwhile has lost its books: a person has to look.
    public void paid(String orderRef) {
        ShopOrder order = locked(orderRef);
        switch (order.status()) {
            case NEW -> order.become(OrderStatus.PAID);
            case PAID -> order.note("needs attention: paid twice");
            case CANCELLED -> order.note("needs attention: paid after it was cancelled");
        }
    }

    /// Gives the books back, once.
    public void cancel(String orderRef) {
        ShopOrder order = locked(orderRef);
        if (order.waiting()) {
            order.become(OrderStatus.CANCELLED);
            move(order.book().id(), order.quantity());
        }
    }

    public void note(String orderRef, String words) {
        locked(orderRef).note(words);
    }

    /// Fills the shelf of a new shop.
    void open(List<Book> books) {
        if (books().isEmpty()) {
            books.forEach(db::persist);
        }
    }

    /// One statement, so that the stock can never fall below zero, however many buy at once.
    private int move(int book, int change) {
        return db.createQuery(
                        "update Book b set b.stock = b.stock + :change where b.id = :id and b.stock + :change >= 0")
                .setParameter("change", change)
                .setParameter("id", book)
                .executeUpdate();
    }

    private ShopOrder locked(String orderRef) {
        return Optional.ofNullable(db.find(ShopOrder.class, orderRef, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new IllegalStateException("There is no order " + orderRef));
    }

    private String newRef() {
        return random.ints(REF_LENGTH, 0, REF_LETTERS.length())
                .mapToObj(i -> REF_LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
