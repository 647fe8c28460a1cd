package imtokenpay.devnet.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.devnet.account.Account;
import imtokenpay.devnet.account.DevKey;
import imtokenpay.devnet.chain.DevChain;
import imtokenpay.devnet.chain.Tether;
import imtokenpay.devnet.rpc.RpcFailure;
import imtokenpay.devnet.token.TokenAbi;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.web3j.crypto.Credentials;
import org.web3j.utils.Numeric;
import tools.jackson.databind.JsonNode;

/// A chain of its own for each test, and the few things the tests do with it again and again. Automatic mining
/// is off: the tests say when a block comes.
abstract class ChainFixture {
    static final String MERCHANT = "0xAb5801a7D398351b8bE11C439e05C5B3259aeC9B";
    static final String OTHER = "0x00000000000000000000000000000000000000Aa";
    static final List<String> TRANSFERS = List.of(TokenAbi.TRANSFER_TOPIC);
    static final BigInteger FIVE = BigInteger.valueOf(5_000_123);
    static final Credentials SHOPPER = DevKey.of(1);

    DevChain chain;

    abstract DevChain start();

    @BeforeEach
    void open() {
        chain = start();
        chain.control().setAutomine(false);
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(chain).close();
    }

    String pay(String to, BigInteger wei) {
        Account shopper = new Account(chain.rpc(), SHOPPER);
        return shopper.broadcast(shopper.sign(new Account.Order(to, wei, "")));
    }

    Tether deploy() {
        return Tether.deploy(chain, SHOPPER, million());
    }

    static BigInteger million() {
        return BigInteger.TEN.pow(12);
    }

    JsonNode block(String tag, boolean full) {
        return chain.rpc().call("eth_getBlockByNumber", tag, full);
    }

    JsonNode logs(Map<String, Object> filter) {
        return chain.rpc().call("eth_getLogs", filter);
    }

    int found(List<String> contracts, List<?> topics) {
        return logs(Map.of("fromBlock", "0x0", "address", contracts, "topics", topics))
                .size();
    }

    /// Topics of a transfer from anyone to one of these.
    static List<?> anyOf(List<String> payees) {
        return Arrays.asList(TokenAbi.TRANSFER_TOPIC, null, payees);
    }

    String view(String token, String selector) {
        return chain.rpc().text("eth_call", Map.of("to", token, "data", selector), "latest");
    }

    int refusal(String method, Object... params) {
        return assertThrows(RpcFailure.class, () -> chain.rpc().call(method, params))
                .code();
    }

    void assertParentsLink() {
        for (long number = chain.control().head(); number > 0; number--) {
            JsonNode child = block("0x" + Long.toHexString(number), false);
            JsonNode parent = block("0x" + Long.toHexString(number - 1), false);
            assertEquals(parent.path("hash"), child.path("parentHash"));
        }
    }

    static BigInteger quantity(JsonNode node) {
        return Numeric.decodeQuantity(node.asString());
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
