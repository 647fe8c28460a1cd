package imtokenpay.adapter.evm.hostile;

import static imtokenpay.adapter.evm.hostile.HostileChain.SHOPPER;
import static imtokenpay.adapter.evm.hostile.HostileChain.USDT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.money.Asset;
import imtokenpay.payment.Refusal;
import imtokenpay.store.JdbcSeam;
import imtokenpay.store.StoreDatabase;
import java.math.BigInteger;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A factor of ten for every decimal that is wrong: only what the chain itself confirms is accepted.
class OddDecimalsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(HostileChain.time(Desk.HEAD));
    private static final StoreDatabase DATABASE = StoreDatabase.at(StoreDatabase.h2InMemory(), JdbcSeam.open());

    @AfterAll
    static void closes() {
        DATABASE.close();
    }

    @Test
    void with_any_number_of_decimals_exactly_what_is_due_settles() throws Refusal {
        for (var decimals : List.of(0, 1, 2, 3, 6, 8, 9, 12, 18, 24, 35, 36)) {
            var asset = asset(decimals);
            try (var desk = new Desk()) {
                var shop = new WatchingShop(DATABASE, CLOCK);
                desk.chain.says(BigInteger.valueOf(decimals));
                shop.accepts(asset);
                assertTrue(shop.looks(desk.reader));
                var payment = shop.asks(asset);
                var due = payment.terms().due().units();
                var whole = BigInteger.valueOf(25).multiply(BigInteger.TEN.pow(decimals));
                assertTrue(due.compareTo(whole) >= 0, decimals + " decimals: " + due);
                var most = whole.add(whole.divide(BigInteger.valueOf(100))).add(BigInteger.valueOf(999));
                assertTrue(due.compareTo(most) <= 0, decimals + " decimals: " + due);
                desk.chain.transfers(Desk.HEAD + 1, USDT, SHOPPER, HostileChain.SHOP, due);
                desk.chain.isAt(Desk.HEAD + 1);
                assertTrue(shop.looks(desk.reader));
                assertEquals("SETTLED", shop.status(payment), decimals + " decimals");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5", "7", "18", "24", "37", "77", "255", "256", "65542", "4294967302"})
    void a_token_that_the_chain_knows_with_other_decimals_is_not_accepted(String said) {
        isNotAccepted(new BigInteger(said));
    }

    @Test
    void a_token_with_absurd_decimals_is_not_accepted() {
        isNotAccepted(BigInteger.TWO.pow(256).subtract(BigInteger.ONE));
        isNotAccepted(BigInteger.TWO.pow(255));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 37, 77, 255})
    void decimals_that_no_amount_can_have_are_refused_in_words(int decimals) {
        var trouble = assertThrows(IllegalArgumentException.class, () -> asset(decimals));
        assertEquals("decimals must be 0 to 36, not " + decimals, trouble.getMessage());
    }

    private static void isNotAccepted(BigInteger said) {
        try (var desk = new Desk()) {
            var shop = new WatchingShop(DATABASE, CLOCK);
            desk.chain.says(said);
            shop.accepts(Desk.USDT);
            assertTrue(shop.looks(desk.reader));
            var refusal = assertThrows(Refusal.class, () -> shop.asks(Desk.USDT));
            assertEquals(Refusal.Reason.ASSET_NOT_VERIFIED, refusal.reason());
        }
    }

    private static Asset asset(int decimals) {
        return new Asset(Desk.USDT.id(), "USDT", decimals);
    }
}
