package imtokenpay.bench.node;

import imtokenpay.bench.chain.CannedChain;
import imtokenpay.bench.chain.Ink;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the bench tells the node, and asks it about itself. None of it is counted or kept waiting.
final class Control {
    static final String PREFIX = "canned_";
    private static final JsonMapper JSON = new JsonMapper();

    private final CannedChain chain;
    private final Tally tally;
    private volatile Terms terms = Terms.free();

    Control(CannedChain chain, Tally tally) {
        this.chain = chain;
        this.tally = tally;
    }

    Terms terms() {
        return terms;
    }

    void answer(JsonNode call, Ink ink) throws Refusal {
        var param = call.path("params").path(0);
        switch (call.path("method").stringValue()) {
            case "canned_terms" -> terms = JSON.treeToValue(param, Terms.class);
            case "canned_head" -> chain.head(param.longValue());
            case "canned_reorg" -> chain.reorg(param.longValue());
            case "canned_counts" -> {
                ink.put(JSON.writeValueAsBytes(tally.take()));
                return;
            }
            default -> throw new Refusal(-32601, "no such method");
        }
        ink.put("true");
    }
}
