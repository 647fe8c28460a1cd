package imtokenpay.story;

import imtokenpay.outside.Await;
import imtokenpay.outside.Checkout;
import imtokenpay.outside.EventStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One order in the shop and its payment, from the shopper's side.
final class Sale {
    /// Long enough for a very busy machine; nobody waits it out when all is well.
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /// The book that most shoppers of the story buy.
    static final int BOOK = 1;

    private static final Duration EXPIRY_LIMIT = Duration.ofMinutes(3);
    private static final Duration BLOCK_TIME = Duration.ofSeconds(1);

    private final Stage stage;
    private final int book;
    private final String order;
    private final Checkout checkout;

    private Sale(Stage stage, int book, String order, Checkout checkout) {
        this.stage = stage;
        this.book = book;
        this.order = order;
        this.checkout = checkout;
    }

    /// A shopper orders a book and asks to pay for it in `asset`.
    static Sale open(Stage stage, int book, String asset) {
        int stock = stage.shop().stockOf(book);
        String order = stage.shop().order(book, 1);
        Expect.same("the stock after the order", stock - 1, stage.shop().stockOf(book));
        Checkout checkout = new Checkout(stage.shop().pay(order, asset));
        Sale sale = new Sale(stage, book, order, checkout);
        sale.expectStanding("awaiting");
        return sale;
    }

    static Sale inEth(Stage stage) {
        return open(stage, BOOK, stage.devnet().eth());
    }

    String order() {
        return order;
    }

    Checkout checkout() {
        return checkout;
    }

    /// The payment as the store's key shows it.
    JsonNode payment() {
        return stage.plugin().payment(checkout.paymentId());
    }

    /// The wallet reads the page's QR code and pays; the transaction waits for a block. Answers its hash.
    String pay() {
        return stage.devnet().pay(checkout.page());
    }

    /// What the payment asks for.
    BigDecimal asked() {
        return new BigDecimal(payment().path("assetAmount").asString());
    }

    /// Where the money goes.
    String receiver() {
        return payment().path("address").asString();
    }

    /// What came so far.
    BigDecimal received() {
        return new BigDecimal(payment().path("received").asString());
    }

    /// What came beyond that.
    BigDecimal surplus() {
        return new BigDecimal(payment().path("surplus").asString());
    }

    /// Pays, and lets the payment into one block that the plugin sees.
    String payInOneBlock() {
        try (EventStream page = checkout.events()) {
            page.momentOf("awaiting", PATIENCE);
            String hash = pay();
            stage.devnet().mine(1);
            long visible = System.nanoTime();
            Await.value("the plugin sees the payment of order " + order, PATIENCE, Figures.LOOK, () -> {
                String standing = standing();
                return standing.equals("awaiting") ? Optional.empty() : Optional.of(standing);
            });
            long seen = System.nanoTime();
            stage.figures().seenAfter(Duration.ofNanos(seen - visible));
            expectStanding("confirming");
            stage.figures().toldAfter(Duration.ofNanos(page.momentOf("confirming", PATIENCE) - seen));
            return hash;
        }
    }

    /// Where the payment stands, as the store is told: the page may be a moment behind.
    private String standing() {
        return payment().path("status").asString();
    }

    void awaitStanding(String standing) {
        checkout.awaitStanding(standing, PATIENCE);
    }

    void awaitConfirmations(int confirmations) {
        Await.until(
                "order " + order + " has " + confirmations + " confirmations",
                PATIENCE,
                () -> checkout.status().path("confirmations").asInt() == confirmations);
    }

    /// The payment settles, and the shop hears of it.
    void awaitPaid() {
        awaitStanding("settled");
        stage.shop().awaitStatus(order, "PAID", PATIENCE);
        stage.figures().paid();
    }

    /// Time passes, in blocks and by the clock, until the payment stands so.
    void passTimeUntil(String standing) {
        Await.value("payment " + checkout.paymentId() + " is " + standing, EXPIRY_LIMIT, BLOCK_TIME, () -> {
            stage.devnet().mine(1);
            String now = standing();
            return now.equals(standing) ? Optional.of(now) : Optional.empty();
        });
    }

    /// `end` ends the payment as `standing`; the shop rolls the order back and has its book again.
    void expectRollback(String standing, Runnable end) {
        int stock = stage.shop().stockOf(book);
        end.run();
        awaitStanding(standing);
        stage.shop().awaitStatus(order, "CANCELLED", PATIENCE);
        Expect.same("the stock", stock + 1, stage.shop().stockOf(book));
    }

    void expectStanding(String standing) {
        Expect.same("the payment's standing", standing, standing());
    }

    /// The shopper reads this on the order's page in the shop.
    void expectShown(String text) {
        // A page waits for the plugin for a moment only; on a busy machine it may show less until the next look.
        Await.until(
                "the order's page says \"" + text + "\"",
                PATIENCE,
                () -> stage.shop().page(order).text().contains(text));
    }

    void expectOrder(String status) {
        Expect.same("order " + order, status, stage.shop().statusOf(order));
    }
}
