package imtokenpay.adapter.evm.hostile;

import imtokenpay.adapter.contract.FamilyStoryContract;
import org.junit.jupiter.api.Nested;

/// The stories that all families tell, on Ethereum.
class EvmStoriesTest {
    @Nested
    class Coin extends FamilyStoryContract {
        Coin() {
            super(() -> new EvmFamilyChain(Desk.ETH));
        }
    }

    @Nested
    class Token extends FamilyStoryContract {
        Token() {
            super(() -> new EvmFamilyChain(Desk.USDT));
        }
    }
}
