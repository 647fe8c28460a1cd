package imtokenpay.adapter.evm.coin;

import imtokenpay.adapter.evm.rpc.Field;
import imtokenpay.adapter.evm.rpc.ResultReader;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.watch.ChainUnavailable;
import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads the answer to `eth_getBlockByNumber`. What is in the block is left to a kind of it. For one use.
class HeaderReader implements ResultReader<BlockRef> {
    private final Field number = new Field("number");
    private final Field hash = new Field("hash");
    private final Field parentHash = new Field("parentHash");
    private final Field timestamp = new Field("timestamp");

    @Override
    public BlockRef read(JsonParser json) {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            throw new ChainUnavailable("the node does not have a block that it should have");
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new ChainUnavailable("the node's block is no block");
        }
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "number" -> number.take(json);
                case "hash" -> hash.take(json);
                case "parentHash" -> parentHash.take(json);
                case "timestamp" -> timestamp.take(json);
                default -> other(name, json);
            }
        }
        try {
            var time = Instant.ofEpochSecond(timestamp.small());
            return new BlockRef(number.small(), hash.hash(), parentHash.hash(), time);
        } catch (DateTimeException absurd) {
            throw new ChainUnavailable("the node answered a block of an absurd time", absurd);
        }
    }

    /// Reads or passes over another part of the block.
    void other(String name, JsonParser json) {
        json.skipChildren();
    }
}
