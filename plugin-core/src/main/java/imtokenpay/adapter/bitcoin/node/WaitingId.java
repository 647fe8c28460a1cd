package imtokenpay.adapter.bitcoin.node;

import imtokenpay.adapter.evm.json.Slice;
import imtokenpay.adapter.evm.json.Walker;
import imtokenpay.adapter.evm.rpc.RpcCall;
import imtokenpay.chain.watch.ChainUnavailable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The first half of a transaction's hash: enough to know one again, since nobody can find two that share it,
/// and a node's memory pool holds a hundred thousand at times.
public record WaitingId(long high, long low) {
    private static final int HASH_BYTES = 32;

    /// Asks for all transactions that wait for a block.
    public static RpcCall<List<WaitingId>> call() {
        Walker<List<WaitingId>> reader = WaitingId::list;
        return RpcCall.of("getrawmempool", List.of(), reader);
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
        return new WaitingId(bytes.getLong(), bytes.getLong());
    }
}
