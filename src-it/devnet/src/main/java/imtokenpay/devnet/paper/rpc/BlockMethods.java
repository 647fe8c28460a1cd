package imtokenpay.devnet.paper.rpc;

import imtokenpay.devnet.paper.ledger.Ledger;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The methods by which a reader follows the chain.
record BlockMethods(Ledger ledger) {
    Map<String, Method> all() {
        return Map.ofEntries(
                Map.entry(
                        "eth_blockNumber",
                        params -> Method.quantity(ledger.head().number())),
                Map.entry("eth_getBlockByNumber", this::byNumber),
                Map.entry("eth_getBlockByHash", this::byHash),
                Map.entry("eth_getLogs", params -> LogFilter.search(ledger, params.node(0))),
                Map.entry("eth_getTransactionByHash", this::transaction),
                Map.entry("eth_getTransactionReceipt", this::receipt),
                Map.entry("eth_getRawTransactionByHash", this::raw));
    }

    private JsonNode byNumber(Params params) {
        return orNull(BlockTag.find(ledger, params.node(0)).map(block -> Views.block(block, params.flag(1))));
    }

    private JsonNode byHash(Params params) {
        return orNull(ledger.block(params.hex(0)).map(block -> Views.block(block, params.flag(1))));
    }

    private JsonNode transaction(Params params) {
        String hash = params.hex(0);
        return orNull(ledger.mined(hash)
                .map(Views::transaction)
                .or(() -> ledger.waiting(hash).map(Views::waiting)));
    }

    private JsonNode receipt(Params params) {
        return orNull(ledger.mined(params.hex(0)).map(Views::receipt));
    }

    private JsonNode raw(Params params) {
        String hash = params.hex(0);
        return ledger.mined(hash)
                .map(located -> located.mined().transaction())
                .or(() -> ledger.waiting(hash))
                .map(transaction -> Method.text(transaction.raw()))
                .orElse(Method.NOTHING);
    }

    private static JsonNode orNull(Optional<ObjectNode> found) {
        return found.isPresent() ? found.get() : Method.NOTHING;
    }
}
