package imtokenpay.adapter.evm;

import imtokenpay.adapter.evm.watch.Quantity;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.watch.ChainTail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A small chain in a test's hands: blocks by height, what they hold, and the logs that the node tells of.
final class ScriptedChain {
    static final Instant GENESIS = Instant.parse("2026-11-23T10:00:00Z");
    static final String SHOP = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
    static final String SHOPPER = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

    private final Map<Long, String> branches = new HashMap<>();
    private final Map<Long, List<String>> transactions = new HashMap<>();
    private final Map<String, String> receipts = new HashMap<>();
    private final List<String> logs = new ArrayList<>();
    private long head;

    ScriptedChain(long head) {
        this.head = head;
    }

    /// The result of one call.
    String answer(JsonNode call) {
        var first = call.path("params").path(0);
        return switch (call.path("method").asString("")) {
            case "eth_chainId" -> "\"0x1\"";
            case "eth_getBlockByNumber" ->
                block(
                        first.asString("").equals("latest") ? head : Long.decode(first.asString("")),
                        call.path("params").path(1).asBoolean(false));
            case "eth_getTransactionReceipt" -> receipts.getOrDefault(first.asString(""), "null");
            case "eth_getLogs" -> "[" + String.join(",", logs) + "]";
            case "eth_getBalance" -> "\"0x0\"";
            case "eth_call" -> "\"0x" + "0".repeat(62) + "06\"";
            default -> throw new IllegalStateException("not scripted: " + call);
        };
    }

    void grows(int blocks) {
        head += blocks;
    }

    void shrinks(int blocks) {
        head -= blocks;
    }

    /// From that height up, the blocks are others.
    void reorgs(long from) {
        for (var height = from; height <= head; height++) {
            branches.merge(height, "b", String::concat);
            transactions.remove(height);
        }
    }

    /// A native transfer in a block, with a receipt of that status.
    String pays(long height, String to, String wei, int status) {
        var hash =
                word("7" + height + transactions.getOrDefault(height, List.of()).size());
        transactions
                .computeIfAbsent(height, any -> new ArrayList<>())
                .add("{\"hash\":\"" + hash + "\",\"from\":\"" + SHOPPER.toLowerCase(java.util.Locale.ROOT)
                        + "\",\"to\":\"" + to + "\",\"value\":\"" + wei + "\"}");
        receipts.put(hash, "{\"blockHash\":\"" + hash(height) + "\",\"status\":\"0x" + status + "\"}");
        return hash;
    }

    /// A log that the node tells of, as raw JSON fields after the block's.
    void logs(long height, String fields) {
        logs.add("{\"blockNumber\":\"" + Quantity.hex(height) + "\",\"blockHash\":\"" + hash(height) + "\"," + fields
                + "}");
    }

    ChainTail tail(long from, long to) {
        var blocks = new ArrayList<BlockRef>();
        for (var height = from; height <= to; height++) {
            blocks.add(new BlockRef(height, hash(height), hash(height - 1), time(height)));
        }
        return new ChainTail(blocks);
    }

    String hash(long height) {
        return word(height + branches.getOrDefault(height, ""));
    }

    static String word(String tail) {
        return "0x" + "0".repeat(64 - tail.length()) + tail;
    }

    private String block(long height, boolean full) {
        if (height > head) {
            return "null";
        }
        var content = full ? String.join(",", transactions.getOrDefault(height, List.of())) : "";
        return "{\"number\":\"" + Quantity.hex(height) + "\",\"hash\":\"" + hash(height) + "\",\"parentHash\":\""
                + hash(height - 1) + "\",\"timestamp\":\""
                + Quantity.hex(time(height).getEpochSecond())
                + "\",\"transactions\":[" + content + "]}";
    }

    static Instant time(long height) {
        return GENESIS.plusSeconds(12 * height);
    }
}
