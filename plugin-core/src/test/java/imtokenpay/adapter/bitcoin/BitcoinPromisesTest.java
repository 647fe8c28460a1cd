package imtokenpay.adapter.bitcoin;

import imtokenpay.adapter.contract.ChainReaderContract;
import imtokenpay.adapter.contract.FamilyChain;
import imtokenpay.adapter.contract.NodeTroubleContract;
import imtokenpay.adapter.contract.ReorgContract;
import java.io.IOException;
import org.junit.jupiter.api.Nested;

/// What all families promise, on Bitcoin.
class BitcoinPromisesTest {
    @Nested
    class Reading extends ChainReaderContract {
        @Override
        protected FamilyChain family() throws IOException {
            return new BitcoinFamilyChain();
        }
    }

    @Nested
    class Reorgs extends ReorgContract {
        @Override
        protected FamilyChain family() throws IOException {
            return new BitcoinFamilyChain();
        }
    }

    @Nested
    class Troubles extends NodeTroubleContract {
        @Override
        protected FamilyChain family() throws IOException {
            return new BitcoinFamilyChain();
        }
    }
}
