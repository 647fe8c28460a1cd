package imtokenpay.adapter.evm.hostile;

import imtokenpay.adapter.contract.LateBlocks;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.watch.ChainTail;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A chain on which anybody may write anything, and an honest node's answers about it: logs filtered by range, contract
/// and topics, balances that fit the transactions, receipts. What is hostile is on the chain, not in the answers.
public final class HostileChain {
    public static final String SHOP = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";
    public static final String SHOPPER = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";
    public static final String USDT = "0xdac17f958d2ee523a2206206994597c13d831ec7";
    /// keccak-256 of `Transfer(address,address,uint256)`.
    public static final String TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";

    private static final Instant GENESIS = Instant.parse("2026-11-23T10:00:00Z");
    private static final BigInteger FEE = BigInteger.valueOf(21_000L * 1_000_000_000L);
    private static final JsonMapper JSON = new JsonMapper();

    /// A transaction that carries the coin; `to` is empty where it makes a contract.
    public record Sent(String hash, String from, String to, BigInteger value, int status) {}

    /// A log as somebody wrote it.
    ///
    /// @param address who wrote it
    /// @param removed what the node says of it
    public record Log(String address, List<String> topics, String data, String txHash, boolean removed) {}

    private final TreeMap<Long, List<Sent>> transactions = new TreeMap<>();
    private final TreeMap<Long, List<Log>> logs = new TreeMap<>();
    private final Accounts accounts = new Accounts();
    private final LateBlocks late = new LateBlocks();
    private final TreeMap<Long, String> salts = new TreeMap<>(Map.of(Long.MIN_VALUE, ""));
    private BigInteger decimals = BigInteger.valueOf(6);
    private long head;
    private int sent;
    private int branches;

    public HostileChain(long head) {
        this.head = head;
    }

    public synchronized long headHeight() {
        return head;
    }

    /// The chain's newest block is another now.
    public synchronized void isAt(long height) {
        head = height;
    }

    /// All blocks get other hashes, so that nothing which was remembered of them holds.
    public synchronized void turnsInto(String another) {
        turnsInto(another, 0);
    }

    /// The blocks from that height on get other hashes: a reorg. All that was paid in them stays.
    public synchronized void turnsInto(String another, long from) {
        salts.tailMap(from, true).clear();
        salts.put(from, another);
    }

    /// The newest blocks are gone with all that was in them; those that come instead are others.
    public synchronized void leaves(int depth) {
        head -= depth;
        turnsInto("%04x".formatted(++branches), head + 1);
        transactions.tailMap(head, false).clear();
        logs.tailMap(head, false).clear();
        accounts.forget(head + 1);
    }

    /// The blocks after the newest are dated so much later.
    public synchronized void passes(Duration time) {
        late.passes(head + 1, time);
    }

    /// The token's contract says so many decimals.
    public synchronized void says(BigInteger said) {
        decimals = said;
    }

    /// Carries the coin.
    ///
    /// @param status what the receipt says: 1 if it worked
    /// @return the transaction's hash
    public synchronized String pays(long height, String from, String to, BigInteger wei, int status) {
        var hash = word("c" + Integer.toHexString(sent++) + "e" + Long.toHexString(height));
        pays(height, new Sent(hash, from, to, wei, status));
        return hash;
    }

    /// The same with the transaction's hash, which it keeps in whatever block it is.
    public synchronized void pays(long height, Sent sending) {
        transactions.computeIfAbsent(height, any -> new ArrayList<>()).add(sending);
        var moved = sending.status() == 1 ? sending.value() : BigInteger.ZERO;
        accounts.change(height, sending.to(), moved);
        accounts.change(height, sending.from(), moved.add(FEE).negate());
    }

    /// Lets coins come out of a contract: no transaction and no log says so.
    public synchronized void appears(long height, String account, BigInteger wei) {
        accounts.change(height, account, wei);
    }

    /// Writes a log; its index is its place in the block.
    public synchronized void writes(long height, Log log) {
        logs.computeIfAbsent(height, any -> new ArrayList<>()).add(log);
    }

    /// Writes a plain token transfer.
    ///
    /// @param contract who writes it, the real token or another
    /// @return the transaction's hash
    public synchronized String transfers(long height, String contract, String from, String to, BigInteger units) {
        var hash = word("d" + Integer.toHexString(sent++) + "e" + Long.toHexString(height));
        var topics = List.of(TRANSFER, addressWord(from), addressWord(to));
        writes(height, new Log(contract, topics, word(units.toString(16)), hash, false));
        return hash;
    }

    public synchronized ChainTail tail(long from, long to) {
        var blocks = new ArrayList<BlockRef>();
        for (var height = from; height <= to; height++) {
            blocks.add(new BlockRef(height, hash(height), hash(height - 1), dated(height)));
        }
        return new ChainTail(blocks);
    }

    public static Instant time(long height) {
        return GENESIS.plusSeconds(height);
    }

    private Instant dated(long height) {
        return time(height).plus(late.at(height));
    }

    public static String word(String tail) {
        return "0x" + "0".repeat(64 - tail.length()) + tail;
    }

    public static String addressWord(String address) {
        return word(address.substring(2).toLowerCase(Locale.ROOT));
    }

    public synchronized String hash(long height) {
        return word("b" + salts.floorEntry(height).getValue() + Long.toHexString(height));
    }

    /// The result of one call.
    public synchronized JsonNode answer(String method, JsonNode params) {
        return switch (method) {
            case "eth_chainId" -> JSON.getNodeFactory().stringNode("0x1");
            case "eth_blockNumber" -> JSON.getNodeFactory().stringNode(hex(head));
            case "eth_getBlockByNumber" ->
                block(height(params.path(0)), params.path(1).asBoolean());
            case "eth_getTransactionReceipt" -> receipt(params.path(0).asString());
            case "eth_getLogs" -> logs(params.path(0));
            case "eth_getBalance" ->
                JSON.getNodeFactory()
                        .stringNode("0x"
                                + accounts.balance(params.path(0).asString(), height(params.path(1)))
                                        .toString(16));
            case "eth_call" -> called(params);
            default -> throw new IllegalArgumentException("not scripted: " + method);
        };
    }

    private long height(JsonNode which) {
        return which.asString().equals("latest") ? head : Long.decode(which.asString());
    }

    private JsonNode block(long height, boolean isWhole) {
        if (height > head || height < 0) {
            return JSON.nullNode();
        }
        var block = JSON.createObjectNode()
                .put("number", hex(height))
                .put("hash", hash(height))
                .put("parentHash", hash(height - 1))
                .put("gasLimit", "0x1c9c380")
                .put("timestamp", hex(dated(height).getEpochSecond()));
        block.putArray("uncles");
        var list = block.putArray("transactions");
        var index = 0;
        for (var one : transactions.getOrDefault(height, List.of())) {
            if (isWhole) {
                list.add(transaction(one, height, index++));
            } else {
                list.add(one.hash());
            }
        }
        return block;
    }

    private ObjectNode transaction(Sent one, long height, int index) {
        var transaction = JSON.createObjectNode()
                .put("blockHash", hash(height))
                .put("blockNumber", hex(height))
                .put("from", one.from())
                .put("gas", "0x5208")
                .put("hash", one.hash())
                .put("input", "0x")
                .put("nonce", "0x1")
                .put("transactionIndex", hex(index))
                .put("value", "0x" + one.value().toString(16));
        return one.to().isEmpty() ? transaction.putNull("to") : transaction.put("to", one.to());
    }

    private JsonNode receipt(String hash) {
        for (var block : transactions.entrySet()) {
            for (var one : block.getValue()) {
                if (one.hash().equals(hash)) {
                    return JSON.createObjectNode()
                            .put("blockHash", hash(block.getKey()))
                            .put("blockNumber", hex(block.getKey()))
                            .put("effectiveGasPrice", "0x3b9aca00")
                            .put("gasUsed", "0x5208")
                            .put("status", hex(one.status()))
                            .put("transactionHash", hash);
                }
            }
        }
        return JSON.nullNode();
    }

    private ArrayNode logs(JsonNode filter) {
        var found = JSON.createArrayNode();
        var range = logs.subMap(
                height(filter.path("fromBlock")), true, Math.min(head, height(filter.path("toBlock"))), true);
        range.forEach((height, inBlock) -> {
            for (var index = 0; index < inBlock.size(); index++) {
                if (LogFilter.matches(inBlock.get(index), filter)) {
                    found.add(rendered(inBlock.get(index), height, index));
                }
            }
        });
        return found;
    }

    private ObjectNode rendered(Log log, long height, int index) {
        var node = JSON.createObjectNode().put("address", log.address());
        log.topics().forEach(node.putArray("topics")::add);
        return node.put("data", log.data())
                .put("blockNumber", hex(height))
                .put("transactionHash", log.txHash())
                .put("transactionIndex", "0x0")
                .put("blockHash", hash(height))
                .put("logIndex", hex(index))
                .put("removed", log.removed());
    }

    // Without a receiver, it is the little program that returns the balances of the addresses which follow it.
    private JsonNode called(JsonNode params) {
        var data = params.path(0).path("data").asString();
        var answer = new StringBuilder("0x");
        if (params.path(0).has("to")) {
            answer.append(word(decimals.toString(16)), 2, 66);
        } else {
            for (var at = data.indexOf("506000f3") + 8; at < data.length(); at += 64) {
                var balance = accounts.balance("0x" + data.substring(at + 24, at + 64), height(params.path(1)));
                answer.append(word(balance.toString(16)), 2, 66);
            }
        }
        return JSON.getNodeFactory().stringNode(answer.toString());
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
