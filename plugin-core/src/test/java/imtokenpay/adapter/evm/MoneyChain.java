package imtokenpay.adapter.evm;

import imtokenpay.adapter.evm.watch.Quantity;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.watch.ChainTail;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A long chain on which one receiver is paid in all ways, behind a node with a provider's limits. Counts the calls.
final class MoneyChain {
    static final String SHOP = ScriptedChain.SHOP.toLowerCase(Locale.ROOT);
    static final String SHOPPER = ScriptedChain.SHOPPER.toLowerCase(Locale.ROOT);
    static final String USDT = "0xdac17f958d2ee523a2206206994597c13d831ec7";
    private static final String TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";

    final Map<String, Integer> calls = new ConcurrentHashMap<>();
    /// How it was asked for logs: for the `whole` token, or `filtered`.
    final Map<String, Integer> ways = new ConcurrentHashMap<>();
    private final Map<Long, List<String>> tokens = new HashMap<>();
    private final Map<Long, String> transactions = new HashMap<>();
    private final Map<String, String> receipts = new HashMap<>();
    private final Map<Long, String> withdrawals = new HashMap<>();
    private final TreeMap<Long, BigInteger> changes = new TreeMap<>();
    private volatile long head;
    private int strangers;
    private long blocksMax = Long.MAX_VALUE;
    private int topicsMax = 1_000;
    private boolean ignoresFilter;
    private UnaryOperator<String> refusal = UnaryOperator.identity();
    private boolean hasState = true;
    private BiFunction<Long, Long, String> logTimes = (height, index) -> "";

    MoneyChain(long head) {
        this.head = head;
    }

    void grows(long blocks) {
        head += blocks;
    }

    /// That many token transfers in a block, each of 1 unit.
    void paysTokens(long height, int count) {
        tokens.put(height, Collections.nCopies(count, SHOP));
    }

    /// One unit of the token to that address.
    void paysToken(long height, String receiver) {
        tokens.put(height, List.of(receiver));
    }

    /// In every block, strangers are paid that many times.
    void isBusy(int transfers) {
        strangers = transfers;
    }

    /// The node takes so many values at one position of a filter.
    void takesTopics(int most) {
        topicsMax = most;
    }

    /// The node tells of all transfers, whatever it was asked for.
    void ignoresFilter() {
        ignoresFilter = true;
    }

    /// A transaction that carries the coin, and whose fee is 21,000.
    String sends(long height, String from, String to, long wei) {
        var hash = word("c" + height);
        transactions.put(
                height,
                "{\"hash\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"value\":\"%s\"}"
                        .formatted(hash, from, to, Quantity.hex(wei)));
        receipts.put(
                hash,
                "{\"status\":\"0x1\",\"gasUsed\":\"0x5208\",\"effectiveGasPrice\":\"0x1\",\"blockHash\":\""
                        + hash(height) + "\"}");
        change(height, (to.equals(SHOP) ? wei : 0) - (from.equals(SHOP) ? wei + 21_000 : 0));
        return hash;
    }

    /// The balance changes by what no transaction and no log shows.
    void change(long height, long wei) {
        changes.merge(height, BigInteger.valueOf(wei), BigInteger::add);
    }

    void withdraws(long height, long gwei) {
        withdrawals.put(height, "{\"address\":\"" + SHOP + "\",\"amount\":\"" + Quantity.hex(gwei) + "\"}");
        change(height, gwei * 1_000_000_000);
    }

    void hasState(boolean has) {
        hasState = has;
    }

    /// The node tells the blocks' times with the logs: for a height and an index, a quantity.
    void tellsLogTimes(BiFunction<Long, Long, String> times) {
        logTimes = (height, index) -> "\"blockTimestamp\":\"" + times.apply(height, index) + "\",";
    }

    /// The node refuses longer ranges, with an error made of the first block asked for.
    void limits(long blocks, UnaryOperator<String> error) {
        blocksMax = blocks;
        refusal = error;
    }

    int calls(String method) {
        return calls.getOrDefault(method, 0);
    }

    String answer(JsonNode call) {
        var method = call.path("method").asString("");
        calls.merge(method, 1, Integer::sum);
        var params = call.path("params");
        return switch (method) {
            case "eth_chainId" -> "\"0x1\"";
            case "eth_getBlockByNumber" ->
                block(params.path(0).asString(""), params.path(1).asBoolean());
            case "eth_getLogs" -> logs(params.path(0));
            case "eth_getTransactionReceipt" ->
                receipts.getOrDefault(params.path(0).asString(""), "null");
            case "eth_getBalance" -> balance(Long.decode(params.path(1).asString("")));
            default -> error(-32601, "the method does not exist");
        };
    }

    static String error(int code, String message) {
        return "null,\"error\":{\"code\":" + code + ",\"message\":\"" + message + "\"}";
    }

    ChainTail tail(long height) {
        return new ChainTail(List.of(ref(height)));
    }

    BlockRef ref(long height) {
        return new BlockRef(height, hash(height), hash(height - 1), time(height));
    }

    static Instant time(long height) {
        return ScriptedChain.time(height);
    }

    static String hash(long height) {
        return word("b" + height);
    }

    private static String word(String tail) {
        return ScriptedChain.word(tail);
    }

    private String balance(long height) {
        var sum = changes.headMap(height, true).values().stream()
                .reduce(BigInteger.valueOf(1_000_000_000_000L), BigInteger::add);
        return hasState ? "\"0x" + sum.toString(16) + "\"" : error(-32000, "missing trie node");
    }

    String block(String which, boolean isWhole) {
        var height = which.equals("latest") ? head : Long.decode(which);
        if (height > head) {
            return "null";
        }
        return ("{\"number\":\"%s\",\"hash\":\"%s\",\"parentHash\":\"%s\",\"timestamp\":\"%s\",\"transactions\":[%s],"
                        + "\"withdrawals\":[%s]}")
                .formatted(
                        Quantity.hex(height),
                        hash(height),
                        hash(height - 1),
                        Quantity.hex(time(height).getEpochSecond()),
                        isWhole ? transactions.getOrDefault(height, "") : "",
                        withdrawals.getOrDefault(height, ""));
    }

    private String logs(JsonNode filter) {
        var from = Long.decode(filter.path("fromBlock").asString(""));
        var to = Long.decode(filter.path("toBlock").asString(""));
        if (to - from + 1 > blocksMax) {
            calls.merge("refused", 1, Integer::sum);
            return error(-32602, refusal.apply(String.valueOf(from)));
        }
        var wanted = filter.path("topics").path(2);
        ways.merge(wanted.isEmpty() ? "whole" : "filtered", 1, Integer::sum);
        if (wanted.size() > topicsMax) {
            return error(-32602, "exceed max topics: " + topicsMax);
        }
        var receivers = wanted.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        return LongStream.rangeClosed(from, Math.min(to, head))
                .boxed()
                .flatMap(height -> logs(height, receivers))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private Stream<String> logs(long height, Set<String> wanted) {
        var receivers = tokens.getOrDefault(height, List.of());
        var ours = IntStream.range(0, receivers.size())
                .filter(index ->
                        ignoresFilter || wanted.isEmpty() || wanted.contains(Quantity.wordOf(receivers.get(index))))
                .mapToObj(index -> log(height, index, receivers.get(index)));
        var theirs = IntStream.range(0, ignoresFilter || wanted.isEmpty() ? strangers : 0)
                .mapToObj(index -> log(height, receivers.size() + index, SHOPPER));
        return Stream.concat(ours, theirs);
    }

    private String log(long height, long index, String receiver) {
        return ("{\"address\":\"%s\",\"topics\":[\"%s\",\"%s\",\"%s\"],\"data\":\"%s\",\"blockNumber\":\"%s\","
                        + "\"blockHash\":\"%s\",%s\"transactionHash\":\"%s\",\"logIndex\":\"%s\",\"removed\":false}")
                .formatted(
                        USDT,
                        TRANSFER,
                        Quantity.wordOf(SHOPPER),
                        Quantity.wordOf(receiver),
                        word("1"),
                        Quantity.hex(height),
                        hash(height),
                        logTimes.apply(height, index),
                        word("a" + height),
                        Quantity.hex(index));
    }
}
