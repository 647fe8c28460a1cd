package imtokenpay.adapter.bitcoin.node;

import imtokenpay.adapter.evm.json.Field;
import imtokenpay.adapter.evm.json.Slice;
import imtokenpay.adapter.evm.json.Walker;
import imtokenpay.adapter.evm.rpc.RpcCall;
import imtokenpay.chain.watch.ChainUnavailable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A transaction's hash, in the four numbers that its bytes are: a node's memory pool holds a hundred thousand at
/// times, and as texts they would take thrice the room.
public record WaitingId(long first, long second, long third, long fourth) {
    private static final int HASH_BYTES = 32;

    /// `RPC_INVALID_ADDRESS_OR_KEY` (Bitcoin Core, `src/rpc/protocol.h`): here, that it waits no more.
    private static final int NONE = -5;

    /// Asks for all transactions that wait for a block.
    public static RpcCall<List<WaitingId>> call() {
        Walker<List<WaitingId>> reader = WaitingId::list;
        return RpcCall.of("getrawmempool", List.of(), reader);
    }

    /// Asks for its bytes while it waits; an empty text once it does not.
    public RpcCall<String> bytesCall() {
        return RpcCall.of("getrawtransaction", List.of(hash(), false), tokens -> Field.text(tokens.json()))
                .orElse(NONE, "");
    }

    /// Reads a list of hashes.
    public static List<WaitingId> list(Slice slice) {
        var ids = new ArrayList<WaitingId>();
        for (var more = slice.opens('[', ']'); more; more = slice.goesOn(']')) {
            ids.add(of(slice.octets()));
        }
        return ids;
    }

    /// That of a hash as people write it.
    public static WaitingId of(String hash) {
        return of(HexFormat.of().parseHex(hash));
    }

    private static WaitingId of(byte[] hash) {
        if (hash.length != HASH_BYTES) {
            throw new ChainUnavailable("the node's memory pool holds what is no transaction's hash");
        }
        var bytes = ByteBuffer.wrap(hash);
        return new WaitingId(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    /// The hash as people write it.
    public String hash() {
        var digits = HexFormat.of();
        return digits.toHexDigits(first)
                + digits.toHexDigits(second)
                + digits.toHexDigits(third)
                + digits.toHexDigits(fourth);
    }
}
