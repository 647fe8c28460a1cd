package imtokenpay.adapter.bitcoin;

import imtokenpay.adapter.contract.FamilyStoryContract;
import org.junit.jupiter.api.Nested;

/// The stories that all families tell, on Bitcoin.
class BitcoinStoriesTest {
    @Nested
    class Coin extends FamilyStoryContract {
        Coin() {
            super(() -> new BitcoinFamilyChain());
        }
    }
}
