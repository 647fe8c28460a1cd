package imtokenpay.adapter.bitcoin.node;

import imtokenpay.adapter.evm.json.Field;
import imtokenpay.adapter.evm.json.Tokens;
import imtokenpay.adapter.evm.rpc.RpcCall;
import imtokenpay.chain.watch.ChainUnavailable;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A transaction as a node shows it when asked for it alone.
///
/// @param hex its bytes; not yet held against its hash
/// @param block the hash of the block that holds it; empty while it waits
public record ShownTransaction(String hex, Optional<String> block) {
    /// `RPC_INVALID_ADDRESS_OR_KEY` (Bitcoin Core, `src/rpc/protocol.h`): here, that it has none of
    /// that hash.
    private static final int NONE = -5;

    /// Asks for one that waits for a block, or that the node finds by an index of all; empty if neither.
    public static RpcCall<Optional<ShownTransaction>> call(String id) {
        return RpcCall.of("getrawtransaction", List.of(id, true), tokens -> Optional.of(read(tokens)))
                .orElse(NONE, Optional.empty());
    }

    /// Asks for one of a block, which needs no index.
    public static RpcCall<ShownTransaction> call(String id, String block) {
        return RpcCall.of("getrawtransaction", List.of(id, true, block), ShownTransaction::read);
    }

    private static ShownTransaction read(Tokens tokens) {
        var hex = "";
        var block = Optional.<String>empty();
        var json = tokens.json();
        var members = new Members(json);
        for (var name = members.next(); !name.isEmpty(); name = members.next()) {
            switch (name) {
                case "hex" -> hex = Field.text(json);
                case "blockhash" -> block = Optional.of(members.hash());
                default -> members.pass();
            }
        }
        return new ShownTransaction(hex, block);
    }

    /// Its bytes.
    ///
    /// @throws ChainUnavailable if there are none
    public byte[] bytes() {
        try {
            if (!hex.isEmpty()) {
                return HexFormat.of().parseHex(hex);
            }
        } catch (IllegalArgumentException garbled) {
            throw new ChainUnavailable("the node's transaction is not in hexadecimal digits", garbled);
        }
        throw Members.notUsable("transaction");
    }
}
