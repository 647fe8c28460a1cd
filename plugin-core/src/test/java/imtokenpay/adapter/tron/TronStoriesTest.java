package imtokenpay.adapter.tron;

import imtokenpay.adapter.contract.FamilyStoryContract;
import org.junit.jupiter.api.Nested;

/// The stories that all families tell, on TRON.
class TronStoriesTest {
    @Nested
    class Coin extends FamilyStoryContract {
        Coin() {
            super(() -> new TronFamilyChain(TronFamilyChain.TRX));
        }
    }

    @Nested
    class Token extends FamilyStoryContract {
        Token() {
            super(() -> new TronFamilyChain(TronFamilyChain.USDT));
        }
    }
}
