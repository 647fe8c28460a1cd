package imtokenpay.bench.node;

import imtokenpay.bench.chain.CannedChain;
import imtokenpay.bench.chain.Ink;
import tools.jackson.databind.JsonNode;

/// `eth_call` with the code of our own reader that returns the balance of each address after it, and of any token's
/// `decimals()`. The node runs no other code.
record BalanceQuestion(String code, long height) {
    /// The start of that code, and how many digits it has before the addresses.
    private static final String CODE = "0x6024380380602460003960005b";

    private static final int CODE_CHARS = 74;
    private static final int WORD = 64;
    private static final int PADDING = 24;
    private static final String DECIMALS = "0x313ce567";

    static BalanceQuestion of(JsonNode params, long head) {
        var call = params.path(0);
        var code = call.path("data").asString(call.path("input").asString(""));
        return new BalanceQuestion(code, LogQuestion.height(params.path(1), head));
    }

    void answer(CannedChain chain, Ink ink) throws Refusal {
        ink.put("\"0x");
        if (code.equals(DECIMALS)) {
            ink.put("0".repeat(WORD - 1)).put("6\"");
            return;
        }
        if (!code.startsWith(CODE) || (code.length() - CODE_CHARS) % WORD != 0) {
            throw new Refusal(-32000, "this node runs no such code");
        }
        for (var at = CODE_CHARS; at < code.length(); at += WORD) {
            chain.balance(ink, Long.parseUnsignedLong(code, at + PADDING, at + PADDING + 16, 16), height);
        }
        ink.put("\"");
    }
}
