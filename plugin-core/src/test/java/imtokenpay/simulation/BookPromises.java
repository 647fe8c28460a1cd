package imtokenpay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.payment.books.Postings;
import imtokenpay.payment.books.TrialBalance;
import imtokenpay.refund.Payouts.Payout;
import java.math.BigInteger;
import java.util.List;

/// The books balance whenever anybody looks: all that came in is for something, and for no more than once.
final class BookPromises {
    private final World world;

    BookPromises(World world) {
        this.world = world;
    }

    void hold() {
        for (var balance : balances(world.store.committed())) {
            assertEquals(BigInteger.ZERO, balance.difference(), () -> "the books balance: " + balance);
        }
    }

    static List<TrialBalance> balances(MemoryStore.Tables tables) {
        return Postings.of(
                        tables.payments().values(),
                        tables.transfers().values(),
                        tables.payouts().values().stream().map(Payout::transfer).toList())
                .balances();
    }
}
