package imtokenpay.story;

/// Scenes in which the chain takes blocks back.
final class Reorgs {
    private Reorgs() {}

    static void removesThePayment(Stage stage) {
        Sale lost = Sale.inEth(stage);
        lost.payInOneBlock();
        stage.devnet().mine(2);
        lost.awaitConfirmations(3);
        stage.devnet().replaceBlocks(3);
        lost.awaitStanding("awaiting");
        // Another order that settles shows that the plugin has read on, and that the lost one could have settled too.
        PaidOrders.payAndSettle(Sale.inEth(stage), stage);
        lost.expectStanding("awaiting");
        lost.expectOrder("NEW");
        lost.expectRollback("cancelled", lost.checkout()::cancel);
    }

    static void movesThePayment(Stage stage) {
        Sale sale = Sale.inEth(stage);
        String hash = sale.payInOneBlock();
        stage.devnet().mine(2);
        sale.awaitConfirmations(3);
        // It was in the first of these three blocks and is now in the last.
        stage.devnet().replaceBlocks(3, hash);
        sale.awaitConfirmations(1);
        sale.expectStanding("confirming");
        stage.devnet().mine(Devnet.CONFIRMATIONS - 1);
        sale.awaitPaid();
        Expect.same(
                "the number of transfers credited",
                1,
                sale.payment().path("transactions").size());
        Expect.that(sale.surplus().signum() == 0, "there is no surplus");
    }
}
