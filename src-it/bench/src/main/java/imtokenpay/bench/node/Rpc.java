package imtokenpay.bench.node;

import imtokenpay.bench.chain.CannedChain;
import imtokenpay.bench.chain.Ink;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers JSON-RPC 2.0, single calls and batches.
final class Rpc {
    private static final JsonMapper JSON = new JsonMapper();

    private final CannedChain chain;
    private final Control control;
    private final Tally tally;

    Rpc(CannedChain chain, Tally tally) {
        this.chain = chain;
        this.tally = tally;
        this.control = new Control(chain, tally);
    }

    Terms terms() {
        return control.terms();
    }

    JsonNode read(byte[] body) {
        return JSON.readTree(body);
    }

    /// Whether the request is the bench's own talk with the node.
    static boolean isControl(JsonNode request) {
        return request.path("method").asString("").startsWith(Control.PREFIX);
    }

    void answer(JsonNode request, Ink ink) {
        if (!request.isArray()) {
            one(request, ink);
            return;
        }
        ink.put("[");
        var isFirst = true;
        for (var call : request) {
            if (!isFirst) {
                ink.put(",");
            }
            one(call, ink);
            isFirst = false;
        }
        ink.put("]");
    }

    private void one(JsonNode call, Ink ink) {
        var start = ink.length();
        var head = "{\"jsonrpc\":\"2.0\",\"id\":" + call.path("id") + ",";
        try {
            ink.put(head).put("\"result\":");
            if (isControl(call)) {
                control.answer(call, ink);
            } else {
                tally.call(call.path("method").asString(""));
                result(call.path("method").asString(""), call.path("params"), ink);
            }
            ink.put("}");
        } catch (Refusal refusal) {
            ink.cut(start);
            ink.put(head)
                    .put("\"error\":{\"code\":" + refusal.code() + ",\"message\":\"" + refusal.getMessage() + "\"}}");
        }
    }

    private void result(String method, JsonNode params, Ink ink) throws Refusal {
        switch (method) {
            case "eth_chainId" -> ink.put("\"").quantity(CannedChain.ID).put("\"");
            case "eth_blockNumber" -> ink.put("\"").quantity(chain.head()).put("\"");
            case "eth_getBlockByNumber" ->
                chain.block(
                        ink,
                        LogQuestion.height(params.path(0), chain.head()),
                        params.path(1).booleanValue(false));
            case "eth_getLogs" -> LogQuestion.of(params.path(0), chain.head()).answer(chain, ink, terms());
            case "eth_getTransactionReceipt" ->
                chain.receipt(ink, params.path(0).asString());
            case "eth_getBalance" -> {
                var start = Long.parseUnsignedLong(params.path(0).asString(), 2, 18, 16);
                chain.balance(ink.put("\"0x"), start, LogQuestion.height(params.path(1), chain.head()));
                ink.put("\"");
            }
            case "eth_call" -> BalanceQuestion.of(params, chain.head()).answer(chain, ink);
            default -> throw new Refusal(-32601, "the method " + method + " does not exist");
        }
    }
}
