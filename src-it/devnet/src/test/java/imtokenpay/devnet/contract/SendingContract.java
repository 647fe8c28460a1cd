package imtokenpay.devnet.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.devnet.account.Account;
import imtokenpay.devnet.account.Fees;
import imtokenpay.devnet.rpc.RpcFailure;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;

/// The part of the contract that is about which transactions a node takes.
abstract class SendingContract extends TokenContract {
    static final BigInteger GAS = BigInteger.valueOf(21_000);
    static final BigInteger PRICE = BigInteger.valueOf(3_000_000_000L);

    @Test
    void an_old_style_transaction_is_mined() {
        RawTransaction legacy = RawTransaction.createEtherTransaction(BigInteger.ZERO, PRICE, GAS, MERCHANT, FIVE);
        String hash = broadcast(TransactionEncoder.signMessage(legacy, 31337L, SHOPPER));
        chain.control().mine(1);
        var receipt = chain.control().receipt(hash).orElseThrow();
        assertEquals("0x0", receipt.path("type").asString());
        assertEquals(
                Numeric.encodeQuantity(PRICE), receipt.path("effectiveGasPrice").asString());
        assertEquals(FIVE, chain.control().balance(MERCHANT));
    }

    @Test
    void a_transaction_for_another_chain_is_refused() {
        RawTransaction foreign =
                RawTransaction.createEtherTransaction(1, BigInteger.ZERO, GAS, MERCHANT, FIVE, PRICE, PRICE);
        assertForeign(TransactionEncoder.signMessage(foreign, SHOPPER));
    }

    @Test
    void a_rival_that_is_not_dearer_is_refused() {
        Account shopper = new Account(chain.rpc(), SHOPPER);
        Fees fees = Fees.now(chain.rpc());
        shopper.broadcast(shopper.sign(new Account.Order(MERCHANT, FIVE, ""), BigInteger.ZERO, fees));
        String rival = shopper.sign(new Account.Order(OTHER, FIVE, ""), BigInteger.ZERO, fees);
        RpcFailure failure = assertThrows(RpcFailure.class, () -> shopper.broadcast(rival));
        assertTrue(failure.getMessage().contains("underpriced"), failure.getMessage());
    }

    @Test
    void a_transaction_waits_for_the_one_before_it() {
        Account shopper = new Account(chain.rpc(), SHOPPER);
        Account.Order order = new Account.Order(MERCHANT, FIVE, "");
        Fees fees = Fees.now(chain.rpc());
        String second = shopper.broadcast(shopper.sign(order, BigInteger.ONE, fees));
        chain.control().mine(1);
        assertTrue(chain.control().receipt(second).isEmpty());

        shopper.broadcast(shopper.sign(order, BigInteger.ZERO, fees));
        assertEquals(BigInteger.TWO, shopper.nonce());
        chain.control().mine(1);
        var receipt = chain.control().receipt(second).orElseThrow();
        assertEquals("0x1", receipt.path("transactionIndex").asString());
        assertEquals("0xa410", receipt.path("cumulativeGasUsed").asString());
    }

    void assertForeign(byte[] raw) {
        RpcFailure failure = assertThrows(RpcFailure.class, () -> broadcast(raw));
        assertTrue(failure.getMessage().contains("invalid chain id for signer"), failure.getMessage());
    }

    private String broadcast(byte[] raw) {
        return chain.rpc().text("eth_sendRawTransaction", Numeric.toHexString(raw));
    }
}
