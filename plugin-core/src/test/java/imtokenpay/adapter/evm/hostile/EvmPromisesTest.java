package imtokenpay.adapter.evm.hostile;

import imtokenpay.adapter.contract.ChainReaderContract;
import org.junit.jupiter.api.Nested;

/// What all families promise, on Ethereum.
class EvmPromisesTest {
    @Nested
    class Coin extends ChainReaderContract {
        Coin() {
            super(() -> new EvmFamilyChain(Desk.ETH));
        }
    }

    @Nested
    class Token extends ChainReaderContract {
        Token() {
            super(() -> new EvmFamilyChain(Desk.USDT));
        }
    }
}
