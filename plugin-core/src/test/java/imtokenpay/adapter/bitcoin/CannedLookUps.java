package imtokenpay.adapter.bitcoin;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What a node says of single transactions, in the words and by the numbers of Bitcoin Core 29.
final class CannedLookUps {
    /// What `getindexinfo` answers.
    String index = "{}";

    private final CannedChain chain;
    private final Set<String> spent = new HashSet<>();

    CannedLookUps(CannedChain chain) {
        this.chain = chain;
    }

    /// From now on it finds every transaction by its hash.
    void keepsIndex() {
        index = "{\"txindex\":{\"synced\":true,\"best_block_height\":" + chain.head() + "}}";
    }

    /// Somebody has spent that output.
    void spends(String id, int output) {
        spent.add(id + ":" + output);
    }

    String raw(JsonNode params) {
        var id = params.path(0).asString("");
        if (!params.path(1).asBoolean(false)) {
            return chain.isWaiting(id)
                    ? "\"" + HexFormat.of().formatHex(chain.transaction(id).bytes()) + "\""
                    : CannedNode.error(-5, "No such mempool transaction.");
        }
        if (params.size() > 2) {
            var height = chain.height(params.path(2).asString(""));
            return chain.block(id)
                    .filter(block -> block == height)
                    .map(block -> shown(id, Optional.of(block)))
                    .orElse(CannedNode.error(-5, "No such transaction found in the provided block."));
        }
        if (chain.isWaiting(id)) {
            return shown(id, Optional.empty());
        }
        return chain.block(id)
                .filter(any -> !index.equals("{}"))
                .map(block -> shown(id, Optional.of(block)))
                .orElse(CannedNode.error(-5, "No such mempool transaction. Use -txindex or provide a block hash."));
    }

    String unspent(JsonNode params) {
        var id = params.path(0).asString("");
        var output = params.path(1).asInt(-1);
        var isThere = chain.block(id).isPresent()
                && output < chain.transaction(id).outputCount()
                && !spent.contains(id + ":" + output);
        return isThere
                ? "{\"bestblock\":\"" + chain.hash(chain.head()) + "\",\"confirmations\":"
                        + (chain.head() - chain.block(id).orElseThrow() + 1)
                        + ",\"value\":0.00012345,\"scriptPubKey\":{\"type\":\"witness_v0_keyhash\"},\"coinbase\":false}"
                : "null";
    }

    private String shown(String id, Optional<Integer> block) {
        var hex = HexFormat.of().formatHex(chain.transaction(id).bytes());
        var where = block.map(height -> ",\"blockhash\":\"" + chain.hash(height) + "\",\"confirmations\":"
                        + (chain.head() - height + 1) + ",\"time\":1")
                .orElse("");
        return "{\"txid\":\"" + id + "\",\"version\":2,\"vin\":[],\"vout\":[{\"value\":0.00012345,\"n\":0}],\"hex\":\""
                + hex + "\"" + where + "}";
    }
}
