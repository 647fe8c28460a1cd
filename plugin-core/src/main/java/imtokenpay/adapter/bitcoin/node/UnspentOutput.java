package imtokenpay.adapter.bitcoin.node;

import imtokenpay.adapter.evm.json.Tokens;
import imtokenpay.adapter.evm.rpc.RpcCall;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonToken;

/// An output that nobody has spent yet. Every node keeps all of them, the only thing of old
/// transactions that it finds without an index.
///
/// @param best the newest block when the node said so
/// @param confirmations of the block that holds the output; that block itself counts 1
public record UnspentOutput(String best, long confirmations) {

    /// Asks for one, as the blocks have it; empty if it is spent, or there is none.
    ///
    /// @param output its number in the transaction, from 0
    public static RpcCall<Optional<UnspentOutput>> call(String transaction, int output) {
        return RpcCall.of("gettxout", List.of(transaction, output, false), UnspentOutput::read);
    }

    private static Optional<UnspentOutput> read(Tokens tokens) {
        var json = tokens.json();
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        var best = "";
        var confirmations = 0L;
        var members = new Members(json);
        for (var name = members.next(); !name.isEmpty(); name = members.next()) {
            switch (name) {
                case "bestblock" -> best = members.hash();
                case "confirmations" -> confirmations = members.number();
                default -> members.pass();
            }
        }
        if (best.isEmpty() || confirmations == 0) {
            throw Members.notUsable("unspent output");
        }
        return Optional.of(new UnspentOutput(best, confirmations));
    }
}
