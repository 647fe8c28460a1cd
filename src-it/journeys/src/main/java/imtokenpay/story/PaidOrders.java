package imtokenpay.story;

import imtokenpay.devnet.bitcoin.BitcoinNode;
import imtokenpay.outside.Answer;
import imtokenpay.outside.Await;
import java.math.BigDecimal;
import java.time.Duration;

/// Scenes in which the shop gets its money.
final class PaidOrders {
    private static final int FEWER = 2;

    private PaidOrders() {}

    static void withEth(Stage stage) {
        payAndSettle(Sale.inEth(stage), stage);
    }

    static void withUsdt(Stage stage) {
        Sale sale = Sale.open(stage, Sale.BOOK, stage.devnet().usdt());
        stage.shop().stumbleAt(sale.order());
        long before = rollbacks(stage);
        payAndSettle(sale, stage);
        Expect.same("the events that were rolled back as a listener failed", before + 1, rollbacks(stage));
        // Had the shop's own writing stayed at the first time, it would be paid twice.
        Expect.same("the shop's note", "", stage.shop().noteOn(sale.order()));
    }

    static void withBtc(Stage stage) {
        Sale sale = Sale.open(stage, Sale.BOOK, BitcoinNode.COIN);
        BitcoinNode node = stage.devnet().bitcoin().orElseThrow();
        sale.pay();
        node.mine(1);
        sale.awaitStanding("confirming");
        sale.expectOrder("NEW");
        node.mine(1);
        sale.awaitPaid();
    }

    private static long rollbacks(Stage stage) {
        return stage.server().log().stream()
                .filter(line -> line.contains("of imToken Pay was rolled back"))
                .count();
    }

    static void inParts(Stage stage) {
        Sale sale = Sale.open(stage, Sale.BOOK, stage.devnet().usdt());
        Sale other = Sale.open(stage, Sale.BOOK, stage.devnet().usdt());
        Expect.same("both prices", sale.asked(), other.asked());
        Expect.that(!sale.receiver().equals(other.receiver()), "each order has an address of its own");
        BigDecimal part = BigDecimal.ONE;
        stage.devnet().sendUsdt(sale.receiver(), part);
        stage.devnet().mine(Devnet.CONFIRMATIONS);
        Await.until(
                "the first part is booked", Sale.PATIENCE, () -> sale.received().compareTo(part) == 0);
        sale.expectStanding("underpaid");
        stage.devnet().sendUsdt(sale.receiver(), sale.asked().subtract(part));
        stage.devnet().mine(Devnet.CONFIRMATIONS);
        sale.awaitPaid();
        other.expectStanding("awaiting");
    }

    static void payAndSettle(Sale sale, Stage stage) {
        sale.payInOneBlock();
        stage.devnet().mine(Devnet.CONFIRMATIONS - 2);
        sale.awaitConfirmations(Devnet.CONFIRMATIONS - 1);
        sale.expectStanding("confirming");
        String page = stage.shop().cancel(sale.order()).text();
        Expect.that(page.contains("can no longer be cancelled"), "it is too late to cancel: " + page);
        sale.expectOrder("NEW");
        sale.expectShown("%d of %d confirmations".formatted(Devnet.CONFIRMATIONS - 1, Devnet.CONFIRMATIONS));
        stage.devnet().mine(1);
        sale.awaitPaid();
        sale.expectShown("imtoken-status SETTLED");
    }

    /// The merchant asks for fewer confirmations; only payments that are asked for afterwards need fewer.
    static void withFewerConfirmations(Stage stage) {
        Sale before = Sale.inEth(stage);
        stage.server().admin().finality(stage.devnet().eth(), FEWER, "");
        try {
            Sale after = Sale.inEth(stage);
            before.pay();
            after.pay();
            stage.devnet().mine(FEWER);
            after.awaitPaid();
            before.expectStanding("confirming");
            stage.devnet().mine(Devnet.CONFIRMATIONS - FEWER);
            before.awaitPaid();
        } finally {
            stage.server().admin().finality(stage.devnet().eth(), Devnet.CONFIRMATIONS, "");
        }
    }

    /// Confirmations alone are not enough; the devnet's blocks are final four blocks later.
    static void withTheChainsWord(Stage stage) {
        stage.server().admin().finality(stage.devnet().eth(), FEWER, "0.000001");
        try {
            Sale sale = Sale.inEth(stage);
            sale.pay();
            stage.devnet().mine(FEWER);
            sale.awaitConfirmations(FEWER);
            sale.expectStanding("confirming");
            stage.devnet().mine(Devnet.CONFIRMATIONS);
            sale.awaitPaid();
        } finally {
            stage.server().admin().finality(stage.devnet().eth(), Devnet.CONFIRMATIONS, "");
        }
    }

    static void twice(Stage stage) {
        Sale sale = Sale.inEth(stage);
        payAndSettle(sale, stage);
        int stock = stage.shop().stockOf(Sale.BOOK);
        // The shopper scans a picture of the code once more, or presses twice.
        stage.devnet().send(sale.asked());
        stage.devnet().mine(Devnet.CONFIRMATIONS);
        Await.until(
                "the second payment is booked as surplus",
                Sale.PATIENCE,
                () -> sale.surplus().compareTo(sale.asked()) == 0);
        Await.until(
                "the shop is told of the surplus",
                Sale.PATIENCE,
                () -> stage.shop().noteOn(sale.order()).contains("attention"));
        sale.expectStanding("settled");
        sale.expectOrder("PAID");
        Expect.same("the stock", stock, stage.shop().stockOf(Sale.BOOK));
    }

    /// The shopper pays twice; a part of the surplus goes back, from the merchant's wallet to the shopper's address.
    static void partOfTheSurplusBack(Stage stage) {
        Sale sale = Sale.inEth(stage);
        payAndSettle(sale, stage);
        stage.devnet().send(sale.asked());
        stage.devnet().mine(Devnet.CONFIRMATIONS);
        Await.until("the surplus is booked", Sale.PATIENCE, () -> sale.surplus().signum() > 0);
        String payment = sale.checkout().paymentId();
        String refund = stage.server().admin().refund(payment, "0.001", "paid twice");
        expectRefund(stage, payment, "awaiting_address");
        String address = stage.devnet().shopper();
        String mistyped = address.substring(0, address.length() - 1) + (address.endsWith("1") ? "2" : "1");
        Expect.that(sale.checkout().refundTo(mistyped).text().contains("role=\"alert\""), "a wrong digit is noticed");
        Answer shown = sale.checkout().refundTo(address);
        Expect.that(shown.text().contains("data-address=\"" + address + "\""), "the address is shown in full");
        expectRefund(stage, payment, "awaiting_address");
        sale.checkout().confirmRefund(shown);
        expectRefund(stage, payment, "open");
        stage.devnet().payBack(stage.server().admin().refundCode(payment, refund));
        stage.devnet().mine(1);
        awaitRefund(stage, payment, "seen");
        stage.devnet().mine(Devnet.CONFIRMATIONS - 1);
        awaitRefund(stage, payment, "completed");
        Expect.that(stage.plugin().told(payment, "refund.completed"), "the shop can read that it is completed");
        sale.expectOrder("PAID");
    }

    private static void awaitRefund(Stage stage, String payment, String status) {
        Await.until(
                "the refund is " + status,
                Sale.PATIENCE,
                () -> refundOf(stage, payment).equals(status));
    }

    private static void expectRefund(Stage stage, String payment, String status) {
        Expect.same("the refund's status", status, refundOf(stage, payment));
    }

    private static String refundOf(Stage stage, String payment) {
        return stage.plugin()
                .see("payments/" + payment + "/refunds")
                .expect(200)
                .json()
                .path("refunds")
                .path(0)
                .path("status")
                .asString();
    }

    /// No webhook reaches the shop; it asks by itself.
    static void withoutWebhooks(Stage stage) {
        Sale sale = Sale.inEth(stage);
        stage.server().webhooks().cut();
        try {
            sale.pay();
            stage.devnet().mine(Devnet.CONFIRMATIONS);
            sale.awaitStanding("settled");
            long settled = System.nanoTime();
            sale.awaitPaid();
            stage.figures().paidByFeed(Duration.ofNanos(System.nanoTime() - settled));
        } finally {
            stage.server().webhooks().mend();
        }
    }

    /// The process dies while one payment waits for its last blocks; another payment is made while it is down.
    static void throughACrash(Stage stage) {
        Sale seen = Sale.inEth(stage);
        Sale unseen = Sale.inEth(stage);
        seen.payInOneBlock();
        seen.expectOrder("NEW");
        BigDecimal asked = unseen.asked();
        stage.server().crash();
        stage.devnet().send(asked);
        stage.devnet().mine(Devnet.CONFIRMATIONS);
        stage.server().restart();
        seen.awaitPaid();
        unseen.awaitPaid();
    }
}
