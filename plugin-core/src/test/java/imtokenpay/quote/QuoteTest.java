package imtokenpay.quote;

import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.money.Asset;
import imtokenpay.money.Price;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuoteTest {
    private static final Asset ETH = new Asset("eip155:1/slip44:60", "ETH", 18);
    private static final Price PRICE = Price.of("12.50", "USD");

    @Test
    void nothing_is_quoted_at_a_rate_of_nothing_or_less() {
        var amount = Quote.of(PRICE, ETH, BigDecimal.ONE, Instant.EPOCH).amount();
        for (var rate : new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ONE.negate()}) {
            assertThrows(IllegalArgumentException.class, () -> new Quote(PRICE, rate, amount, Instant.EPOCH));
        }
    }
}
