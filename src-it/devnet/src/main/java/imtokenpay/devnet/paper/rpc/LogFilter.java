package imtokenpay.devnet.paper.rpc;

import imtokenpay.devnet.paper.ledger.Block;
import imtokenpay.devnet.paper.ledger.Block.Mined;
import imtokenpay.devnet.paper.ledger.Ledger;
import imtokenpay.devnet.paper.ledger.Ledger.Located;
import imtokenpay.devnet.paper.ledger.Log;
import imtokenpay.devnet.paper.ledger.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.StringNode;

/// What `eth_getLogs` asks for: contracts, and for each topic position the values that fit. An empty set fits
/// all.
record LogFilter(Set<String> addresses, List<Set<String>> topics) {
    private static final JsonNode LATEST = StringNode.valueOf("latest");

    static ArrayNode search(Ledger ledger, JsonNode asked) {
        LogFilter filter = read(asked);
        ArrayNode found = JsonMapper.shared().createArrayNode();
        blocks(ledger, asked).forEach(block -> filter.collect(block, found));
        return found;
    }

    private static LogFilter read(JsonNode asked) {
        List<Set<String>> topics = new ArrayList<>();
        asked.path("topics").forEach(topic -> topics.add(values(topic)));
        return new LogFilter(values(asked.path("address")), topics);
    }

    private static Set<String> values(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return Set.of();
        }
        return node.isArray()
                ? node.valueStream().map(Params::hex).collect(Collectors.toSet())
                : Set.of(Params.hex(node));
    }

    private static List<Block> blocks(Ledger ledger, JsonNode asked) {
        if (asked.hasNonNull("blockHash")) {
            return List.of(ledger.block(Params.hex(asked.get("blockHash")))
                    .orElseThrow(() -> new Rejected(Rejected.NOT_FOUND, "unknown block")));
        }
        JsonNode first = asked.hasNonNull("fromBlock") ? asked.get("fromBlock") : LATEST;
        JsonNode last = asked.hasNonNull("toBlock") ? asked.get("toBlock") : LATEST;
        long head = ledger.head().number();
        long from = BlockTag.height(ledger, first);
        if (from > head) {
            throw BlockTag.outOfRange(ledger, first);
        }
        return ledger.blocks(from, Math.min(head, BlockTag.height(ledger, last)));
    }

    private void collect(Block block, ArrayNode found) {
        int index = 0;
        for (Mined mined : block.mined()) {
            for (Log log : mined.outcome().logs()) {
                if (fits(log)) {
                    found.add(Views.log(new Located(block, mined), log, index));
                }
                index++;
            }
        }
    }

    private boolean fits(Log log) {
        if (!addresses.isEmpty() && !addresses.contains(log.address())
                || topics.size() > log.topics().size()) {
            return false;
        }
        for (int i = 0; i < topics.size(); i++) {
            if (!topics.get(i).isEmpty() && !topics.get(i).contains(log.topics().get(i))) {
                return false;
            }
        }
        return true;
    }
}
