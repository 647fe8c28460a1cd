package imtokenpay.devnet.contract;

import imtokenpay.devnet.chain.DevChain;
import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;

final class PaperChainTest extends DevChainContract {
    @Override
    DevChain start() {
        return DevChain.paper(0, Optional.empty());
    }

    /// Not in the contract: the development node lets these through, nodes of real chains do not.
    @Test
    void an_old_style_transaction_for_another_chain_is_refused_too() {
        RawTransaction foreign = RawTransaction.createEtherTransaction(BigInteger.ZERO, PRICE, GAS, MERCHANT, FIVE);
        assertForeign(TransactionEncoder.signMessage(foreign, 1L, SHOPPER));
    }
}
