package imtokenpay.adapter.evm.coin;

import imtokenpay.adapter.evm.json.Field;
import imtokenpay.adapter.evm.json.ResultReader;
import imtokenpay.adapter.evm.json.Tokens;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonToken;

/// Reads the answer to `eth_getBlockByNumber`. What is in the block is left to a kind of it. For one use.
class HeaderReader implements ResultReader<BlockRef> {
    private final Field number = new Field("number");
    private final Field hash = new Field("hash");
    private final Field parentHash = new Field("parentHash");
    private final Field timestamp = new Field("timestamp");

    @Override
    public BlockRef read(Tokens tokens) {
        var json = tokens.json();
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            throw new ChainUnavailable(Reason.BEHIND, "the node does not have a block that it should have");
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new ChainUnavailable("the node's block is no block");
        }
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "number" -> number.take(tokens);
                case "hash" -> hash.take(tokens);
                case "parentHash" -> parentHash.take(tokens);
                case "timestamp" -> timestamp.take(tokens);
                default -> other(name, tokens);
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
    void other(String name, Tokens tokens) {
        tokens.json().skipChildren();
    }
}
