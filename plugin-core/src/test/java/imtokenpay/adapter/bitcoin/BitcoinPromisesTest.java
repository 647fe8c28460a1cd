package imtokenpay.adapter.bitcoin;

import imtokenpay.adapter.contract.ChainReaderContract;
import org.junit.jupiter.api.Nested;

/// What all families promise, on Bitcoin.
class BitcoinPromisesTest {
    @Nested
    class Coin extends ChainReaderContract {
        Coin() {
            super(() -> new BitcoinFamilyChain());
        }
    }
}
