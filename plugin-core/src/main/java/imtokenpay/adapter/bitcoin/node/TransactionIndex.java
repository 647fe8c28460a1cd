package imtokenpay.adapter.bitcoin.node;

import imtokenpay.adapter.evm.json.Tokens;
import imtokenpay.adapter.evm.rpc.RpcCall;
import java.util.List;

/// Whether a node finds every transaction by its hash.
public enum TransactionIndex {
    /// It does: what it does not find there is not.
    COMPLETE,
    /// It does not, or not yet, or it does not say so.
    NONE;

    private static final String NAME = "txindex";

    /// Asks for it. Nodes before Bitcoin Core 0.21 do not know the question, and some providers refuse
    /// it.
    public static RpcCall<TransactionIndex> call() {
        return RpcCall.of("getindexinfo", List.of(NAME), TransactionIndex::read).orElse(NONE);
    }

    private static TransactionIndex read(Tokens tokens) {
        var isComplete = false;
        var json = tokens.json();
        var indexes = new Members(json);
        for (var name = indexes.next(); !name.isEmpty(); name = indexes.next()) {
            if (name.equals(NAME)) {
                isComplete = isComplete(new Members(json));
            } else {
                indexes.pass();
            }
        }
        return isComplete ? COMPLETE : NONE;
    }

    private static boolean isComplete(Members index) {
        var isSynced = false;
        for (var name = index.next(); !name.isEmpty(); name = index.next()) {
            if (name.equals("synced")) {
                isSynced = index.flag();
            } else {
                index.pass();
            }
        }
        return isSynced;
    }
}
