package imtokenpay.adapter.tron;

import imtokenpay.adapter.contract.ChainReaderContract;
import org.junit.jupiter.api.Nested;

/// What all families promise, on TRON.
class TronPromisesTest {
    @Nested
    class Coin extends ChainReaderContract {
        Coin() {
            super(() -> new TronFamilyChain(TronFamilyChain.TRX));
        }
    }

    @Nested
    class Token extends ChainReaderContract {
        Token() {
            super(() -> new TronFamilyChain(TronFamilyChain.USDT));
        }
    }
}
