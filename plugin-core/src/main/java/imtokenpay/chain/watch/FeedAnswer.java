package imtokenpay.chain.watch;

import java.math.BigInteger;
import java.time.Instant;

/// What a price feed on a chain says, as it says it: whether that can be a price is for whoever asked.
///
/// @param answer the price in units of 10^-decimals; may be zero or negative
/// @param updatedAt when the feed was told so, by its chain's time
public record FeedAnswer(BigInteger answer, int decimals, Instant updatedAt) {
    @Override
    public String toString() {
        return answer + "e-" + decimals + " since " + updatedAt;
    }
}
