package imtokenpay.adapter.tron;

import imtokenpay.adapter.contract.ChainReaderContract;
import imtokenpay.adapter.contract.FamilyChain;
import imtokenpay.adapter.contract.NodeTroubleContract;
import imtokenpay.adapter.contract.ReorgContract;
import java.io.IOException;
import org.junit.jupiter.api.Nested;

/// What all families promise, on TRON.
class TronPromisesTest {
    @Nested
    class CoinReading extends ChainReaderContract {
        @Override
        protected FamilyChain family() throws IOException {
            return new TronFamilyChain(TronFamilyChain.TRX);
        }
    }

    @Nested
    class CoinReorgs extends ReorgContract {
        @Override
        protected FamilyChain family() throws IOException {
            return new TronFamilyChain(TronFamilyChain.TRX);
        }
    }

    @Nested
    class CoinTroubles extends NodeTroubleContract {
        @Override
        protected FamilyChain family() throws IOException {
            return new TronFamilyChain(TronFamilyChain.TRX);
        }
    }

    @Nested
    class TokenReading extends ChainReaderContract {
        @Override
        protected FamilyChain family() throws IOException {
            return new TronFamilyChain(TronFamilyChain.USDT);
        }
    }

    @Nested
    class TokenReorgs extends ReorgContract {
        @Override
        protected FamilyChain family() throws IOException {
            return new TronFamilyChain(TronFamilyChain.USDT);
        }
    }

    @Nested
    class TokenTroubles extends NodeTroubleContract {
        @Override
        protected FamilyChain family() throws IOException {
            return new TronFamilyChain(TronFamilyChain.USDT);
        }
    }
}
