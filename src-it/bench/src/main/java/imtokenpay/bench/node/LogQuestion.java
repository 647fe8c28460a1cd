package imtokenpay.bench.node;

import imtokenpay.bench.chain.CannedChain;
import imtokenpay.bench.chain.Ink;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongPredicate;
import tools.jackson.databind.JsonNode;

/// The one parameter of `eth_getLogs`, as far as one token's transfers go.
record LogQuestion(long from, long to, JsonNode address, JsonNode topics) {
    private static final String TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
    private static final int PADDING = 26;
    private static final int FIRST = 16;

    static LogQuestion of(JsonNode filter, long head) {
        return new LogQuestion(
                height(filter.path("fromBlock"), head),
                height(filter.path("toBlock"), head),
                filter.path("address"),
                filter.path("topics"));
    }

    static long height(JsonNode tag, long head) {
        var text = tag.asString("latest");
        return switch (text) {
            case "latest", "pending", "safe", "finalized" -> head;
            case "earliest" -> 0;
            default -> Long.parseLong(text.substring(2), 16);
        };
    }

    void answer(CannedChain chain, Ink ink, Terms terms) throws Refusal {
        if (topics.path(2).size() > terms.topicsMax()) {
            throw Refusal.tooManyTopics(terms.topicsMax());
        }
        var blocks = Math.min(to, chain.head()) - from + 1;
        if (blocks > terms.blocksMax()) {
            throw Refusal.tooMuch(terms, from, terms.blocksMax());
        }
        if (!names(address, CannedChain.TOKEN) || !names(topics.path(0), TRANSFER)) {
            ink.put("[]");
            return;
        }
        var start = ink.length();
        var count = chain.logs(ink, from, to, receivers());
        if (count > terms.logsMax()) {
            ink.cut(start);
            throw Refusal.tooMuch(terms, from, blocks * terms.logsMax() / count);
        }
    }

    // Which receivers are wanted, by the first eight bytes of their addresses.
    private LongPredicate receivers() {
        var wanted = topics.path(2);
        if (wanted.isMissingNode() || wanted.isNull() || wanted.isArray() && wanted.isEmpty()) {
            return any -> true;
        }
        Set<Long> starts = new HashSet<>();
        if (wanted.isString()) {
            starts.add(start(wanted.stringValue()));
        }
        wanted.forEach(topic -> starts.add(start(topic.stringValue())));
        return starts::contains;
    }

    private static long start(String topic) {
        return Long.parseUnsignedLong(topic, PADDING, PADDING + FIRST, 16);
    }

    private static boolean names(JsonNode given, String wanted) {
        if (given.isArray() && !given.isEmpty()) {
            return given.valueStream().anyMatch(one -> wanted.equalsIgnoreCase(one.asString("")));
        }
        return !given.isString() || wanted.equalsIgnoreCase(given.stringValue());
    }
}
