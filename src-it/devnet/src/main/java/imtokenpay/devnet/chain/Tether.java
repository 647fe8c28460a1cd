package imtokenpay.devnet.chain;

import imtokenpay.devnet.account.Account;
import imtokenpay.devnet.rpc.Deadline;
import imtokenpay.devnet.rpc.JsonRpc;
import imtokenpay.devnet.token.TetherCode;
import imtokenpay.devnet.token.TokenAbi;
import java.math.BigInteger;
import java.time.Duration;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Keys;
import tools.jackson.databind.JsonNode;

/// A Tether token on a development chain.
///
/// @param address its contract, with EIP-55 checksum
public record Tether(JsonRpc rpc, String address) {
    private static final int DECIMALS = 6;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /// Creates the token as the real one is set up; the whole supply goes to the deployer.
    ///
    /// @param supply in millionths of a dollar
    public static Tether deploy(DevChain chain, Credentials deployer, BigInteger supply) {
        return deploy(chain, deployer, new TetherCode.Terms(supply, "Tether USD", "USDT", DECIMALS));
    }

    /// Creates the token on other terms. Mines a block if none comes by itself.
    public static Tether deploy(DevChain chain, Credentials deployer, TetherCode.Terms terms) {
        Account account = new Account(chain.rpc(), deployer);
        String hash = account.broadcast(account.signCreation(TetherCode.creation(terms)));
        if (!chain.control().automine()) {
            chain.control().mine(1);
        }
        JsonNode receipt = Deadline.await(
                "Tether to be deployed", LIMIT, () -> chain.control().receipt(hash));
        if (!receipt.path("status").asString().equals("0x1")) {
            throw new IllegalStateException("Tether was not deployed: " + receipt);
        }
        return new Tether(
                chain.rpc(),
                Keys.toChecksumAddress(receipt.path("contractAddress").asString()));
    }

    /// Sends tokens, also more than there are: the chain then says no. Answers the transaction's hash.
    public String transfer(Credentials from, String to, BigInteger units) {
        Account account = new Account(rpc, from);
        return account.broadcast(account.sign(order(to, units)));
    }

    /// The transfer as something an account can sign.
    public Account.Order order(String to, BigInteger units) {
        return new Account.Order(address, BigInteger.ZERO, TokenAbi.transfer(to, units));
    }

    /// What an account holds, in the smallest unit.
    public BigInteger balance(String owner) {
        return new ChainControl(rpc).tokenBalance(address, owner);
    }
}
