package imtokenpay.store;

import static imtokenpay.store.contract.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.merchant.ReceivingSlot;
import imtokenpay.money.Asset;
import imtokenpay.store.contract.Samples;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// A database that refuses a second row, and does not show the first one for a moment: about one in ten thousand times
/// where eight threads insert the same row into H2 at once.
class HiddenRowTest {
    private static final Asset USDT = Samples.usdt(1).asset();
    private static final String SHOWN_ELSEWHERE =
            "insert into receiving_address values ('" + USDT.id() + "', 'new', %s, 1)";

    @Test
    void an_address_that_was_shown_elsewhere_a_moment_ago_is_leased_as_what_it_was_shown_as() {
        assertTrue(isLeasedWhileHidden(true));
        assertFalse(isLeasedWhileHidden(false));
    }

    private static boolean isLeasedWhileHidden(boolean exclusive) {
        var hiding = new Hiding(SHOWN_ELSEWHERE.formatted(exclusive));
        try (var database = StoreDatabase.at(StoreDatabase.h2InMemory(), hiding)) {
            hiding.in(database);
            var slot = ReceivingSlot.any(new Address("new"), USDT);
            return database.shelf()
                    .transactions()
                    .in(() -> database.shelf().slots().lease(slot, "any", NOW));
        }
    }

    // Another one shows the address after the first look and before the insert; the row is away for the second look.
    private static final class Hiding implements JdbcSeam {
        private final String shown;
        private final AtomicInteger statements = new AtomicInteger();
        private StoreDatabase database;

        Hiding(String shown) {
            this.shown = shown;
        }

        void in(StoreDatabase hidden) {
            database = hidden;
            statements.set(0);
        }

        @Override
        public void before(Said said, Connection connection) {
            switch (said == Said.STATEMENT ? statements.incrementAndGet() : 0) {
                case 2, 4 -> database.execute(shown);
                case 3 -> database.execute("delete from receiving_address");
                default -> {}
            }
        }

        @Override
        public void after(Said said, Connection connection) {}
    }
}
