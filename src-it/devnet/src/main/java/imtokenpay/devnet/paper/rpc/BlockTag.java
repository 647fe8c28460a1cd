package imtokenpay.devnet.paper.rpc;

import imtokenpay.devnet.paper.ledger.Block;
import imtokenpay.devnet.paper.ledger.Ledger;
import imtokenpay.devnet.paper.ledger.Rejected;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The ways to name a block: a height, a hash, or a word such as `latest`.
final class BlockTag {
    /// Blocks in an epoch: `safe` is one epoch behind the head, `finalized` two. Short, so that tests can use
    /// them.
    static final int EPOCH = 2;

    private BlockTag() {}

    /// The height that is meant; it may be beyond the head.
    static long height(Ledger ledger, JsonNode tag) {
        long head = ledger.head().number();
        return switch (tag.asString()) {
            case "latest", "pending" -> head;
            case "safe" -> Math.max(0, head - EPOCH);
            case "finalized" -> Math.max(0, head - 2L * EPOCH);
            case "earliest" -> 0;
            default -> Params.quantity(Params.hex(tag)).longValueExact();
        };
    }

    static Optional<Block> find(Ledger ledger, JsonNode tag) {
        return ledger.block(height(ledger, tag));
    }

    /// The block whose state is asked for: by tag, or by hash as EIP-1898 has it; the head when nothing is said.
    static Block state(Ledger ledger, Params params, int index) {
        if (!params.has(index)) {
            return ledger.head();
        }
        JsonNode tag = params.node(index);
        if (tag.has("blockHash")) {
            return ledger.block(Params.hex(tag.get("blockHash")))
                    .orElseThrow(() -> new Rejected(Rejected.NOT_FOUND, "unknown block"));
        }
        return find(ledger, tag.has("blockNumber") ? tag.get("blockNumber") : tag)
                .orElseThrow(() -> outOfRange(ledger, tag));
    }

    static Rejected outOfRange(Ledger ledger, JsonNode tag) {
        return new Rejected(
                Rejected.INVALID_PARAMS,
                "BlockOutOfRangeError: block height is " + ledger.head().number() + " but requested was "
                        + height(ledger, tag));
    }
}
