package imtokenpay.adapter.evm.hostile;

import imtokenpay.adapter.contract.ChainReaderContract;
import imtokenpay.adapter.contract.FamilyChain;
import imtokenpay.adapter.contract.NodeTroubleContract;
import imtokenpay.adapter.contract.ReorgContract;
import org.junit.jupiter.api.Nested;

/// What all families promise, on Ethereum.
class EvmPromisesTest {
    @Nested
    class CoinReading extends ChainReaderContract {
        @Override
        protected FamilyChain family() {
            return new EvmFamilyChain(Desk.ETH);
        }
    }

    @Nested
    class CoinReorgs extends ReorgContract {
        @Override
        protected FamilyChain family() {
            return new EvmFamilyChain(Desk.ETH);
        }
    }

    @Nested
    class CoinTroubles extends NodeTroubleContract {
        @Override
        protected FamilyChain family() {
            return new EvmFamilyChain(Desk.ETH);
        }
    }

    @Nested
    class TokenReading extends ChainReaderContract {
        @Override
        protected FamilyChain family() {
            return new EvmFamilyChain(Desk.USDT);
        }
    }

    @Nested
    class TokenReorgs extends ReorgContract {
        @Override
        protected FamilyChain family() {
            return new EvmFamilyChain(Desk.USDT);
        }
    }

    @Nested
    class TokenTroubles extends NodeTroubleContract {
        @Override
        protected FamilyChain family() {
            return new EvmFamilyChain(Desk.USDT);
        }
    }
}
