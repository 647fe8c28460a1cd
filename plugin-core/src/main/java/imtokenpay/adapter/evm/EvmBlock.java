package imtokenpay.adapter.evm;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.watch.ChainUnavailable;
import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// A block as the node shows it.
record EvmBlock(BlockRef ref, JsonNode transactions) {

    /// Reads the answer to `eth_getBlockByNumber`.
    ///
    /// @throws ChainUnavailable if the node does not have that block or its answer is not understood
    static EvmBlock of(JsonNode answer) {
        if (answer.isNull()) {
            throw new ChainUnavailable("the node does not have a block that it should have");
        }
        try {
            var ref = new BlockRef(
                    Quantity.small(answer, "number"),
                    Quantity.hash(answer, "hash"),
                    Quantity.hash(answer, "parentHash"),
                    Instant.ofEpochSecond(Quantity.small(answer, "timestamp")));
            return new EvmBlock(ref, answer.path("transactions"));
        } catch (DateTimeException absurd) {
            throw new ChainUnavailable("the node answered a block of an absurd time", absurd);
        }
    }
}
