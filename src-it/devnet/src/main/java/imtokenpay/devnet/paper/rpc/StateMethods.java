package imtokenpay.devnet.paper.rpc;

import imtokenpay.devnet.paper.ledger.Execution;
import imtokenpay.devnet.paper.ledger.Ledger;
import imtokenpay.devnet.paper.ledger.Rejected;
import imtokenpay.devnet.paper.ledger.Token;
import imtokenpay.devnet.paper.ledger.World;
import java.math.BigInteger;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The methods by which a wallet looks at accounts and tokens, and sends.
record StateMethods(Ledger ledger, Miner miner) {
    private static final int REVERTED = 3;
    private static final String NOBODY = "0x" + "0".repeat(40);
    private static final BigInteger TIP = BigInteger.valueOf(1_000_000_000L);

    Map<String, Method> all() {
        return Map.ofEntries(
                Map.entry("eth_chainId", params -> Method.quantity(Ledger.CHAIN_ID)),
                Map.entry("net_version", params -> Method.text(Long.toString(Ledger.CHAIN_ID))),
                Map.entry("web3_clientVersion", params -> Method.text("imtokenpay-paper-chain")),
                Map.entry("eth_gasPrice", params -> Method.quantity(Execution.BASE_FEE.add(TIP))),
                Map.entry("eth_maxPriorityFeePerGas", params -> Method.quantity(TIP)),
                Map.entry("eth_estimateGas", this::gas),
                Map.entry("eth_getBalance", this::balance),
                Map.entry("eth_getTransactionCount", this::nonce),
                Map.entry("eth_getCode", this::code),
                Map.entry("eth_call", this::call),
                Map.entry("eth_sendRawTransaction", this::send));
    }

    private JsonNode gas(Params params) {
        JsonNode to = params.node(0).path("to");
        boolean creates = to.isMissingNode() || to.isNull();
        return Method.quantity(
                creates ? Execution.CREATION_GAS : Execution.gas(ledger.head().world(), Params.hex(to)));
    }

    private JsonNode balance(Params params) {
        return Method.quantity(world(params, 1).balance(params.hex(0)));
    }

    private JsonNode nonce(Params params) {
        boolean pending = params.has(1) && params.node(1).asString().equals("pending");
        return Method.quantity(
                pending ? ledger.nextNonce(params.hex(0)) : world(params, 1).nonce(params.hex(0)));
    }

    /// A token's code is not kept; one byte says that there is some.
    private JsonNode code(Params params) {
        return Method.text(world(params, 1).token(params.hex(0)).isPresent() ? "0xfe" : "0x");
    }

    private JsonNode call(Params params) {
        JsonNode call = params.node(0);
        String data = Params.hex(call.hasNonNull("input") ? call.get("input") : call.path("data"));
        String from = call.hasNonNull("from") ? Params.hex(call.get("from")) : NOBODY;
        return world(params, 1)
                .token(Params.hex(call.path("to")))
                .map(token -> call(token, from, data))
                .orElse(Method.text("0x"));
    }

    /// Like Tether, a transfer that works answers nothing.
    private static JsonNode call(Token token, String from, String data) {
        return Method.text(token.view(data)
                .or(() -> token.spend(from, data).map(spent -> "0x"))
                .orElseThrow(() -> new Rejected(REVERTED, "execution reverted")));
    }

    private JsonNode send(Params params) {
        String hash = ledger.submit(params.hex(0));
        miner.noticed();
        return Method.text(hash);
    }

    private World world(Params params, int index) {
        return BlockTag.state(ledger, params, index).world();
    }
}
