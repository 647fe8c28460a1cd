package imtokenpay.adapter.evm.hostile;

import imtokenpay.adapter.evm.hostile.HostileNode.Said;
import imtokenpay.chain.Transfer;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a node's answers state, read a second time and in another way than the product reads them: the judge of what
/// may be credited and what must be.
///
/// @param may all that could be meant to be paid
/// @param must all that is plainly paid
/// @param unexplained the most that a balance can be said to have risen beyond that
record Stated(Set<String> may, Set<String> must, BigInteger unexplained) {
    private static final Pattern QUANTITY = Pattern.compile("0x[0-9a-fA-F]{1,64}");
    private static final Pattern WORD = Pattern.compile("0x[0-9a-fA-F]{64}");
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");
    private static final JsonMapper JSON = new JsonMapper();
    private static final int NATIVE = -1;

    /// A call's results, every one that was given or the last one.
    private record Results(Map<JsonNode, List<JsonNode>> all, boolean isLastOnly) {
        void add(JsonNode call, JsonNode result) {
            var key = call.deepCopy();
            ((ObjectNode) key).remove("id");
            var before = isLastOnly ? List.<JsonNode>of() : all.getOrDefault(key, List.of());
            all.put(key, Stream.concat(before.stream(), Stream.of(result)).toList());
        }

        List<JsonNode> of(String method) {
            return all.entrySet().stream()
                    .filter(entry -> entry.getKey().path("method").asString("").equals(method))
                    .flatMap(entry -> entry.getValue().stream())
                    .toList();
        }

        List<JsonNode> receipts(String hash) {
            return all.entrySet().stream()
                    .filter(entry -> entry.getKey().path("method").asString("").equals("eth_getTransactionReceipt"))
                    .filter(entry ->
                            entry.getKey().path("params").path(0).asString("").equalsIgnoreCase(hash))
                    .flatMap(entry -> entry.getValue().stream())
                    .toList();
        }
    }

    static Stated by(List<Said> said) {
        var all = results(said, false);
        var last = results(said, true);
        var must = new TreeSet<String>();
        coins(last, must);
        tokens(last, must, true);
        var may = new TreeSet<String>();
        coins(all, may);
        tokens(all, may, false);
        return new Stated(may, must, unexplained(all));
    }

    /// Whether it is JSON to the last byte. The reader passes over what it does not want without a look, so that it may
    /// understand an answer which nobody else does; then there is nothing to hold it against.
    static boolean isJson(Said one) {
        try {
            JSON.readTree(one.answer());
            return true;
        } catch (JacksonException notJson) {
            return false;
        }
    }

    static String key(Transfer transfer) {
        return String.join(
                        " ",
                        transfer.id().txHash(),
                        "" + transfer.id().logIndex(),
                        transfer.amount().asset().id(),
                        transfer.receiver().text(),
                        transfer.amount().units().toString())
                .toLowerCase(Locale.ROOT);
    }

    private static Results results(List<Said> said, boolean isLastOnly) {
        var results = new Results(new LinkedHashMap<>(), isLastOnly);
        for (var one : said) {
            try {
                JSON.readTree(one.answer())
                        .valueStream()
                        .filter(answer -> !isLastOnly || answer.path("id").isInt())
                        .filter(answer -> answer.path("error").isMissingNode()
                                || answer.path("error").isNull())
                        .forEach(answer -> {
                            var call = one.calls().path(answer.path("id").asInt(-1));
                            if (call.isObject()) {
                                results.add(call, answer.path("result"));
                            }
                        });
            } catch (JacksonException notJson) {
                // What nobody can read states nothing.
                continue;
            }
        }
        return results;
    }

    private static void coins(Results results, Set<String> into) {
        for (var block : results.of("eth_getBlockByNumber")) {
            for (var sent : block.path("transactions")) {
                var to = text(sent, "to", ADDRESS);
                var from = text(sent, "from", ADDRESS);
                var hash = text(sent, "hash", WORD);
                var value = number(sent, "value");
                var isPaid = to.equals(HostileChain.SHOP) && !from.isEmpty() && !from.equals(to) && value.signum() > 0;
                var works = results.receipts(sent.path("hash").asString("")).stream()
                        .anyMatch(receipt -> number(receipt, "status").equals(BigInteger.ONE)
                                && text(receipt, "blockHash", WORD).equals(text(block, "hash", WORD)));
                if (isPaid && works) {
                    into.add(String.join(" ", hash, "" + NATIVE, "eip155:1/slip44:60", to, value.toString()));
                }
            }
        }
    }

    private static void tokens(Results results, Set<String> into, boolean isPlain) {
        var hashes = new HashMap<BigInteger, Set<String>>();
        for (var block : results.of("eth_getBlockByNumber")) {
            hashes.computeIfAbsent(number(block, "number"), any -> new HashSet<>())
                    .add(text(block, "hash", WORD));
        }
        for (var logs : results.of("eth_getLogs")) {
            for (var log : logs) {
                var removed = log.path("removed");
                var isThere = isPlain
                        ? removed.isBoolean() && !removed.booleanValue()
                        : !removed.equals(JSON.readTree("true"));
                var isOfBlock = hashes.getOrDefault(number(log, "blockNumber"), Set.of())
                        .contains(text(log, "blockHash", WORD));
                var units = number(log, "data");
                if (isThere && isOfBlock && isTransfer(log) && units.signum() > 0) {
                    into.add(String.join(
                            " ",
                            text(log, "transactionHash", WORD),
                            number(log, "logIndex").toString(),
                            "eip155:1/erc20:" + HostileChain.USDT,
                            HostileChain.SHOP,
                            units.toString()));
                }
            }
        }
    }

    private static boolean isTransfer(JsonNode log) {
        var topics = log.path("topics");
        var shop = HostileChain.addressWord(HostileChain.SHOP);
        return topics.size() == 3
                && text(log, "address", ADDRESS).equals(HostileChain.USDT)
                && topics.get(0).asString("").equals(HostileChain.TRANSFER)
                && topics.get(1).asString("").matches("0x0{24}[0-9a-fA-F]{40}")
                && topics.get(2).asString("").toLowerCase(Locale.ROOT).equals(shop)
                && !topics.get(1).asString("").equalsIgnoreCase(shop)
                && WORD.matcher(log.path("data").asString("")).matches();
    }

    private static BigInteger unexplained(Results results) {
        var balances = Stream.concat(results.of("eth_getBalance").stream(), results.of("eth_call").stream())
                .map(node -> node.asString(""))
                .filter(text -> QUANTITY.matcher(text).matches())
                .map(text -> new BigInteger(text.substring(2), 16))
                .toList();
        var lowest = balances.stream().reduce(BigInteger::min).orElse(BigInteger.ZERO);
        var rise = balances.stream()
                .reduce(BigInteger::max)
                .orElse(BigInteger.ZERO)
                .subtract(lowest);
        for (var block : results.of("eth_getBlockByNumber")) {
            for (var sent : block.path("transactions")) {
                if (text(sent, "from", ADDRESS).equals(HostileChain.SHOP)) {
                    rise = rise.add(number(sent, "value").max(BigInteger.ZERO));
                    for (var receipt : results.receipts(sent.path("hash").asString(""))) {
                        rise = rise.add(number(receipt, "gasUsed")
                                .multiply(number(receipt, "effectiveGasPrice"))
                                .abs());
                    }
                }
            }
        }
        return rise;
    }

    private static String text(JsonNode node, String field, Pattern shape) {
        var text = node.path(field).isString() ? node.path(field).stringValue() : "";
        return shape.matcher(text).matches() ? text.toLowerCase(Locale.ROOT) : "";
    }

    private static BigInteger number(JsonNode node, String field) {
        var text = text(node, field, QUANTITY);
        return text.isEmpty() ? BigInteger.valueOf(-1) : new BigInteger(text.substring(2), 16);
    }
}
