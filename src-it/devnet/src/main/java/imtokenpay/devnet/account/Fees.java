package imtokenpay.devnet.account;

import imtokenpay.devnet.rpc.JsonRpc;
import java.math.BigInteger;
import org.web3j.utils.Numeric;

/// What a transaction offers for its place in a block (EIP-1559), in wei a unit of gas.
public record Fees(BigInteger tip, BigInteger max) {
    private static final BigInteger GWEI = BigInteger.valueOf(1_000_000_000L);

    public Fees {
        if (tip.signum() < 0 || max.compareTo(tip) < 0) {
            throw new IllegalArgumentException("A fee of " + max + " with a tip of " + tip + " makes no sense");
        }
    }

    /// Twice the last base fee and a tip of one gwei: enough for the next blocks.
    public static Fees now(JsonRpc rpc) {
        BigInteger base = Numeric.decodeQuantity(rpc.call("eth_getBlockByNumber", "latest", false)
                .path("baseFeePerGas")
                .asString());
        return new Fees(GWEI, base.shiftLeft(1).add(GWEI));
    }

    /// The same, so many times dearer: what "speed up" in a wallet offers.
    public Fees times(int factor) {
        BigInteger by = BigInteger.valueOf(factor);
        return new Fees(tip.multiply(by), max.multiply(by));
    }
}
