package imtokenpay.devnet.account;

import imtokenpay.devnet.rpc.JsonRpc;
import java.math.BigInteger;
import java.util.Map;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Keys;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;

/// One key on one chain: signs, and sends what is signed.
public final class Account {
    private static final BigInteger CALL_GAS = BigInteger.valueOf(120_000);
    private static final BigInteger CREATION_GAS = BigInteger.valueOf(4_000_000);

    private final JsonRpc rpc;
    private final Credentials key;

    public Account(JsonRpc rpc, Credentials key) {
        this.rpc = rpc;
        this.key = key;
    }

    /// What a transaction shall do: to whom, how much native coin in wei, and which call.
    public record Order(String to, BigInteger wei, String data) {}

    /// The account's address with its EIP-55 checksum.
    public String address() {
        return Keys.toChecksumAddress(key.getAddress());
    }

    /// The native coin it holds, in wei.
    public BigInteger balance() {
        return rpc.quantity("eth_getBalance", address(), "latest");
    }

    /// The number its next transaction must carry, those still waiting counted.
    public BigInteger nonce() {
        return rpc.quantity("eth_getTransactionCount", address(), "pending");
    }

    /// Signs with the next free nonce and today's fees; nothing is sent.
    public String sign(Order order) {
        return sign(order, nonce(), Fees.now(rpc));
    }

    /// Signs with a chosen nonce and fees: how a wallet speeds up or cancels.
    public String sign(Order order, BigInteger nonce, Fees fees) {
        RawTransaction transaction = RawTransaction.createTransaction(
                chain(), nonce, gas(order), order.to(), order.wei(), order.data(), fees.tip(), fees.max());
        return Numeric.toHexString(TransactionEncoder.signMessage(transaction, key));
    }

    /// Signs the creation of a contract.
    public String signCreation(String data) {
        Fees fees = Fees.now(rpc);
        RawTransaction transaction = RawTransaction.createTransaction(
                chain(), nonce(), CREATION_GAS, "", BigInteger.ZERO, data, fees.tip(), fees.max());
        return Numeric.toHexString(TransactionEncoder.signMessage(transaction, key));
    }

    /// Broadcasts a signed transaction and answers its hash.
    public String broadcast(String raw) {
        return rpc.text("eth_sendRawTransaction", raw);
    }

    private long chain() {
        return rpc.quantity("eth_chainId").longValueExact();
    }

    /// Calls get a fixed allowance, so that a call which must fail can be sent at all: its estimate would fail.
    private BigInteger gas(Order order) {
        if (!order.data().isEmpty()) {
            return CALL_GAS;
        }
        Map<String, String> call =
                Map.of("from", address(), "to", order.to(), "value", Numeric.encodeQuantity(order.wei()));
        return rpc.quantity("eth_estimateGas", call);
    }
}
