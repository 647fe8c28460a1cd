package imtokenpay.story;

import imtokenpay.outside.Answer;
import imtokenpay.outside.Await;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/// Scenes in which the shop gets no money for the order, or not the right amount.
final class UnpaidOrders {
    private static final BigDecimal TOO_MUCH = new BigDecimal("1.1");
    private static final int PAGE_MAX = 14_000;

    private UnpaidOrders() {}

    static void page(Stage stage) {
        Sale sale = Sale.inEth(stage);
        Answer page = sale.checkout().html();
        Expect.that(page.text().contains("class=\"qr\""), "the first answer shows the QR code");
        Expect.that(page.gzipped(), "the page is sent compressed");
        int bytes = page.wire().length;
        Expect.that(bytes <= PAGE_MAX, "the page has at most " + PAGE_MAX + " bytes, but it has " + bytes);
        stage.figures().page(bytes);
        // This time in the shop.
        sale.expectRollback("cancelled", () -> stage.shop().cancel(sale.order()));
    }

    static void cancelled(Stage stage) {
        Sale sale = Sale.inEth(stage);
        sale.expectShown("<a href=\"" + sale.checkout().page() + "\">");
        sale.expectRollback("cancelled", sale.checkout()::cancel);
        sale.expectShown("imtoken-status CANCELLED");
    }

    static void expired(Stage stage) {
        // A book of its own, as an order that another scene left behind would expire as well.
        Sale sale = Sale.open(stage, Sale.BOOK + 1, stage.devnet().eth());
        sale.expectRollback("expired", () -> sale.passTimeUntil("expired"));
    }

    static void wrongAmount(Stage stage) {
        Sale sale = Sale.inEth(stage);
        String hash = stage.devnet().send(sale.asked().multiply(TOO_MUCH));
        stage.devnet().mine(Devnet.CONFIRMATIONS);
        Await.until(
                "the inbox shows " + hash,
                Sale.PATIENCE,
                () -> stage.server().admin().inbox().contains(hash));
        sale.expectStanding("awaiting");
        sale.expectOrder("NEW");
        Expect.that(
                stage.server().admin().search().found(hash).contains("Money in the inbox"),
                "the money is found by its hash");
        sale.expectRollback("cancelled", sale.checkout()::cancel);
        stage.server().admin().credit(hash, sale.checkout().paymentId(), "the shopper named the transaction");
        sale.expectStanding("unresolved");
        String payment = sale.checkout().paymentId();
        for (String known : List.of(hash, payment, sale.order(), stage.devnet().shopper())) {
            Expect.that(
                    stage.server().admin().search().found(known).contains(payment), "the payment is found by " + known);
        }
        stage.server().admin().close(sale.checkout().paymentId(), "refunded by hand");
        sale.expectStanding("closed");
        sale.expectOrder("CANCELLED");
    }

    static void explained(Stage stage) {
        String hash = stage.devnet().carryOut(stage.devnet().shopper(), BigInteger.TWO, "0x");
        stage.server().admin().search().expectVerdict("pending", hash);
        stage.devnet().mine(1);
        stage.server().admin().search().expectVerdict("not_to_us", hash);
        stage.server().admin().search().expectVerdict("unknown", "0x" + "ab".repeat(32));
    }
}
