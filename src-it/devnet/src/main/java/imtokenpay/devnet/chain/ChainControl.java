package imtokenpay.devnet.chain;

import imtokenpay.devnet.rpc.JsonRpc;
import imtokenpay.devnet.token.TokenAbi;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.web3j.utils.Numeric;
import tools.jackson.databind.JsonNode;

/// Makes a development chain do what a test needs, and looks at it. Works on the real node and on the simulated
/// one.
///
/// @param rpc the node
public record ChainControl(JsonRpc rpc) {
    /// Mines so many blocks now.
    public void mine(int blocks) {
        // One by one: the node's own counting call leaves no block when automatic mining interferes.
        for (int i = 0; i < blocks; i++) {
            rpc.call("evm_mine");
        }
    }

    /// Switches a block for every transaction on or off.
    public void setAutomine(boolean wanted) {
        rpc.call("evm_setAutomine", wanted);
    }

    /// Whether every transaction gets a block of its own at once.
    public boolean automine() {
        return rpc.call("anvil_getAutomine").booleanValue();
    }

    /// A block every so many seconds from now on; 0 means only on demand.
    public void setIntervalMining(int seconds) {
        rpc.call("evm_setIntervalMining", seconds);
    }

    /// Replaces the last blocks by as many empty ones. The chain keeps its height.
    public void reorg(int depth) {
        reorg(depth, List.of());
    }

    /// Replaces the last blocks by as many others with these transactions in them. Switch automatic mining off
    /// before: the real node may lose a block for ever when a transaction and a reorganisation meet.
    public void reorg(int depth, List<Replay> replays) {
        rpc.call(
                "anvil_reorg",
                depth,
                replays.stream().map(each -> List.of(each.raw(), each.block())).toList());
    }

    /// The signed bytes of a transaction, mined or waiting.
    public Optional<String> rawTransaction(String hash) {
        JsonNode raw = rpc.call("eth_getRawTransactionByHash", hash);
        return raw.isNull() ? Optional.empty() : Optional.of(raw.asString());
    }

    /// Makes the node forget a waiting transaction.
    public void dropTransaction(String hash) {
        rpc.call("anvil_dropTransaction", hash);
    }

    /// The height of the newest block.
    public long head() {
        return rpc.quantity("eth_blockNumber").longValueExact();
    }

    /// The receipt of a mined transaction.
    public Optional<JsonNode> receipt(String hash) {
        JsonNode receipt = rpc.call("eth_getTransactionReceipt", hash);
        return receipt.isNull() ? Optional.empty() : Optional.of(receipt);
    }

    /// Native coin of an account, in wei.
    public BigInteger balance(String address) {
        return rpc.quantity("eth_getBalance", address, "latest");
    }

    /// Tokens of an account, in the token's smallest unit.
    public BigInteger tokenBalance(String token, String owner) {
        Map<String, String> call = Map.of("to", token, "data", TokenAbi.balanceOf(owner));
        return TokenAbi.number(rpc.text("eth_call", call, "latest"), 0);
    }

    /// Gives an account native coin out of nothing.
    public void setBalance(String address, BigInteger wei) {
        rpc.call("anvil_setBalance", address, Numeric.encodeQuantity(wei));
    }

    /// Moves the chain's clock ahead; the next block shows it.
    public void increaseTime(Duration by) {
        rpc.call("evm_increaseTime", by.toSeconds());
    }

    /// Fixes the time of the next block, which must be later than the last one's.
    public void setTime(Instant next) {
        rpc.call("evm_setNextBlockTimestamp", next.getEpochSecond());
    }

    /// The newest block's time.
    public Instant time() {
        JsonNode block = rpc.call("eth_getBlockByNumber", "latest", false);
        return Instant.ofEpochSecond(
                Numeric.decodeQuantity(block.path("timestamp").asString()).longValueExact());
    }
}
