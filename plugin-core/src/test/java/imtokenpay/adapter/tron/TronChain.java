package imtokenpay.adapter.tron;

import imtokenpay.adapter.contract.LateBlocks;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.money.ChainId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/// A chain of TRON's in a test's hands, told as java-tron tells it: answers and refusals have the form and the words
/// that a node of 2025-05 was seen to give.
final class TronChain {
    static final ChainId MAIN = new ChainId("tron:0x2b6653dc");
    static final String SHOP = "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc";
    static final String SHOPPER = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";
    private static final Instant BEGINNING = Instant.parse("2026-11-23T10:00:00Z");
    private static final int TOPICS_MAX = 1_000;
    private static final String BLOCK = resource("block.json").replace("BLOOM", "0".repeat(512));
    private static final String LOG = resource("log.json");

    /// How often each method was asked.
    final Map<String, Integer> calls = new HashMap<>();
    long head;
    long solid;
    long rangeMax = 5_000;
    boolean ignoresFilter;
    /// The first block whose logs the node has an index of.
    long indexedFrom;
    /// What a block holds beside tokens.
    final CoinBlocks coins = new CoinBlocks();

    private final Map<Long, String> branches = new HashMap<>();
    private final LateBlocks late = new LateBlocks();
    private final Map<Long, List<Named>> paid = new HashMap<>();

    /// A transfer of a token, by addresses of the wire.
    record Paid(String contract, String sender, String receiver, long units) {}

    /// @param hash the transaction's, without 0x; empty where it is made of the log's place
    private record Named(Paid transfer, String hash) {}

    TronChain(long head) {
        grows(head);
    }

    void grows(long blocks) {
        head += blocks;
        solid = Math.max(0, head - 18);
    }

    /// From that height up, the blocks are others and nothing was paid in them.
    void reorgs(long from) {
        for (var height = from; height <= head; height++) {
            branches.merge(height, "b", String::concat);
            paid.remove(height);
            coins.clear(height);
        }
    }

    /// The newest blocks are gone; those that come instead are others.
    void leaves(int depth) {
        reorgs(head - depth + 1);
        grows(-depth);
    }

    /// The blocks after the newest are dated so much later.
    void passes(Duration time) {
        late.passes(head + 1, time);
    }

    void pays(long height, Paid transfer) {
        pays(height, transfer, "");
    }

    /// In a transaction that has that hash in whatever block it is.
    void pays(long height, Paid transfer, String hash) {
        paid.computeIfAbsent(height, any -> new ArrayList<>()).add(new Named(transfer, hash));
    }

    ChainTail tail(long from, long to) {
        return new ChainTail(
                LongStream.rangeClosed(from, to).mapToObj(this::ref).toList());
    }

    BlockRef ref(long height) {
        return new BlockRef(height, hash(height), hash(height - 1), dated(height));
    }

    static Instant time(long height) {
        return BEGINNING.plusSeconds(3 * height);
    }

    private Instant dated(long height) {
        return time(height).plus(late.at(height));
    }

    /// A transaction's hash without the 0x.
    static String transaction(long height, int index) {
        return "%064x".formatted(0xc0000 + 16 * height + index);
    }

    /// The `result` or `error` of one call.
    synchronized String answer(JsonNode call) {
        var method = call.path("method").asString("");
        calls.merge(method, 1, Integer::sum);
        var params = call.path("params");
        return switch (method) {
            case "eth_chainId" -> result("\"0x2b6653dc\"");
            case "eth_getBlockByNumber" ->
                block(params.path(0).asString(""), params.path(1).asBoolean(false));
            case "eth_getTransactionReceipt" ->
                result(coins.receipt(params.path(0).asString(""), this::hash));
            case "eth_getLogs" -> logs(params.path(0));
            case "eth_call" ->
                params.path(1).asString("").equals("latest")
                        ? result("\"0x%064x\"".formatted(6))
                        : error(-32602, "QUANTITY not supported, just support TAG as latest");
            default -> error(-32601, "method not found");
        };
    }

    static String error(int code, String message) {
        return "\"error\":{\"code\":" + code + ",\"message\":\"" + message + "\",\"data\":\"{}\"}";
    }

    private static String result(String json) {
        return "\"result\":" + json;
    }

    /// What the interface beside JSON-RPC shows of a block.
    synchronized String walletBlock(long height) {
        calls.merge("wallet", 1, Integer::sum);
        return coins.walletBlock(height, hash(height));
    }

    private String block(String which, boolean isWhole) {
        return switch (which) {
            case "latest" -> blockAt(head, false);
            case "finalized" -> blockAt(solid, false);
            case "pending" -> error(-32602, "TAG pending not supported");
            case "safe" -> error(-32602, "invalid block number");
            default -> blockAt(Long.decode(which), isWhole);
        };
    }

    private String blockAt(long height, boolean isWhole) {
        return result(
                height > head
                        ? "null"
                        : BLOCK.replace("HASH", hash(height))
                                .replace("[]", "[" + (isWhole ? coins.transactions(height) : "") + "]")
                                .replace("PARENT", hash(height - 1))
                                .replace("NUMBER", "0x" + Long.toHexString(height))
                                .replace(
                                        "TIME",
                                        "0x" + Long.toHexString(dated(height).getEpochSecond())));
    }

    private String logs(JsonNode filter) {
        var from = Long.decode(filter.path("fromBlock").asString(""));
        var to = Long.decode(filter.path("toBlock").asString(""));
        var receivers = filter.path("topics").path(2);
        if (isForAll(filter)) {
            calls.merge("unfiltered", 1, Integer::sum);
        }
        for (var address : filter.path("address")) {
            if (!address.asString("").matches("0x[0-9a-fA-F]{40}")) {
                return error(-32602, "invalid address: " + address.asString(""));
            }
        }
        if (Math.min(to, head) - from > rangeMax) {
            return error(-32602, "exceed max block range: " + rangeMax);
        }
        if (receivers.size() > TOPICS_MAX) {
            return error(-32602, "exceed max topics: " + TOPICS_MAX);
        }
        return result(LongStream.rangeClosed(from, Math.min(to, head))
                .boxed()
                .flatMap(height -> logsAt(height, filter).stream())
                .collect(Collectors.joining(",", "[", "]")));
    }

    private List<String> logsAt(long height, JsonNode filter) {
        var logs = new ArrayList<String>();
        var all = paid.getOrDefault(height, List.of());
        for (var index = 0; index < all.size(); index++) {
            var transfer = all.get(index);
            if (ignoresFilter || isForAll(filter) || height >= indexedFrom && matches(transfer.transfer(), filter)) {
                logs.add(log(height, index, transfer));
            }
        }
        return logs;
    }

    // Then the index is not used.
    private static boolean isForAll(JsonNode filter) {
        return filter.path("address").isMissingNode() && filter.path("topics").isMissingNode();
    }

    // What its section blooms and its comparison of every log amount to.
    private static boolean matches(Paid transfer, JsonNode filter) {
        var receivers = filter.path("topics").path(2).toString();
        return filter.path("address").toString().contains(transfer.contract())
                && (receivers.isEmpty() || receivers.contains(word(transfer.receiver())));
    }

    private String log(long height, int index, Named named) {
        var transfer = named.transfer();
        var hash = named.hash().isEmpty() ? transaction(height, index) : named.hash();
        return LOG.replace("CONTRACT", transfer.contract())
                .replace("HASH", hash(height))
                .replace("NUMBER", "0x" + Long.toHexString(height))
                .replace("UNITS", "0x%064x".formatted(transfer.units()))
                .replace("INDEX", "0x" + index)
                .replace("SENDER", word(transfer.sender()))
                .replace("RECEIVER", word(transfer.receiver()))
                .replace("TRANSACTION", "0x" + hash);
    }

    private static String word(String address) {
        return "0x" + "0".repeat(24) + address.substring(2);
    }

    // A block's hash begins with its height.
    private String hash(long height) {
        // The last four bytes of the first one's name the chain.
        if (height == 0) {
            return "0x" + "0".repeat(56) + "2b6653dc";
        }
        var branch = branches.getOrDefault(height, "");
        return "0x%016x".formatted(height) + "b".repeat(branch.length()) + "a".repeat(48 - branch.length());
    }

    private static String resource(String name) {
        try (var in =
                Objects.requireNonNull(TronChain.class.getResourceAsStream("/imtokenpay/adapter/tron/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
