package imtokenpay.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.money.Price;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UniqueAmountsTest {
    private static final Asset ETH = new Asset("eip155:1/slip44:60", "ETH", 18);
    private static final Asset USDT = new Asset("eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7", "USDT", 6);

    @Test
    void a_quote_is_the_smallest_amount_that_is_worth_the_price() {
        assertEquals("0.005", quote("12.50", ETH, "2500").amount().decimal());
        assertEquals("4.166667", quote("12.50", USDT, "3").amount().decimal());
    }

    @Test
    void tails_cost_the_shopper_at_most_a_cent_or_a_thousandth() {
        var small = UniqueAmounts.of(quote("1.00", USDT, "1")).orElseThrow();
        assertEquals(10_001, small.count());
        assertEquals("1", small.amount(0).decimal());
        assertEquals("1.01", small.amount(10_000).decimal());
        var large = UniqueAmounts.of(quote("1000.00", USDT, "1")).orElseThrow();
        assertEquals(UniqueAmounts.COUNT_MAX, large.count());
        assertTrue(worth(large.amount(large.count() - 1), "1").compareTo(new BigDecimal("1001")) <= 0);
    }

    @Test
    void amounts_are_short_enough_to_be_typed() {
        var amounts = UniqueAmounts.of(quote("9.99", ETH, "2511.37")).orElseThrow();
        for (var i = 0; i < amounts.count(); i += 97) {
            var text = amounts.amount(i).decimal();
            assertTrue(text.length() - text.indexOf('.') - 1 <= 9, text);
        }
    }

    @Test
    void a_price_that_rounding_up_would_make_dear_has_no_amounts() {
        var gold = new Asset("eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7", "GUSD", 2);
        assertTrue(UniqueAmounts.of(quote("0.50", gold, "100000")).isEmpty());
    }

    @Test
    void no_amount_is_worth_less_than_the_price_and_all_differ() {
        var random = new SplittableRandom(7);
        for (var i = 0; i < 20_000; i++) {
            var price = BigDecimal.valueOf(random.nextLong(1, 10_000_000), 2).toPlainString();
            var rate = BigDecimal.valueOf(random.nextLong(1, 1_000_000_000), random.nextInt(0, 7))
                    .toPlainString();
            var asset = new Asset("eip155:1/slip44:60", "X", random.nextInt(0, 37));
            UniqueAmounts.of(quote(price, asset, rate)).ifPresent(amounts -> {
                var index = random.nextInt(amounts.count());
                var amount = amounts.amount(index);
                assertTrue(worth(amount, rate).compareTo(new BigDecimal(price)) >= 0, () -> price + " at " + rate);
                assertTrue(index == 0 || amount.compareTo(amounts.amount(index - 1)) > 0);
            });
        }
    }

    @Test
    void there_is_no_amount_beyond_the_tails() {
        var amounts = UniqueAmounts.of(quote("1.00", USDT, "1")).orElseThrow();
        assertThrows(IllegalArgumentException.class, () -> amounts.amount(amounts.count()));
        assertThrows(IllegalArgumentException.class, () -> amounts.amount(-1));
    }

    private static Quote quote(String price, Asset asset, String rate) {
        return Quote.of(Price.of(price, "USD"), asset, Rate.fixed(new BigDecimal(rate)), Instant.EPOCH);
    }

    private static BigDecimal worth(Amount amount, String rate) {
        return new BigDecimal(amount.units(), amount.asset().decimals()).multiply(new BigDecimal(rate));
    }
}
