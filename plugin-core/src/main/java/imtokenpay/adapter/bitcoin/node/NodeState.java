package imtokenpay.adapter.bitcoin.node;

import imtokenpay.adapter.evm.json.Tokens;
import imtokenpay.adapter.evm.rpc.RpcCall;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.time.Instant;
import java.util.List;

/// How far a node is.
///
/// @param blocks the height of the newest block that it has checked
/// @param headers the height that it knows the chain to have reached
/// @param best the hash of the newest block that it has checked
/// @param medianTime the median of the times of that block and the ten before it
/// @param pruneHeight the first block that it still holds whole; 0 where it throws none away
public record NodeState(long blocks, long headers, String best, Instant medianTime, long pruneHeight) {
    // A node learns of a header before it has the block; with more than this missing, it does not keep up.
    private static final int MISSING_MAX = 6;

    /// Asks for it.
    public static RpcCall<NodeState> call() {
        return RpcCall.of("getblockchaininfo", List.of(), NodeState::read);
    }

    private static NodeState read(Tokens tokens) {
        var blocks = -1L;
        var headers = -1L;
        var best = "";
        var medianTime = Instant.MIN;
        var pruneHeight = 0L;
        var isSyncing = true;
        var members = new Members(tokens.json());
        for (var name = members.next(); !name.isEmpty(); name = members.next()) {
            switch (name) {
                case "blocks" -> blocks = members.number();
                case "headers" -> headers = members.number();
                case "bestblockhash" -> best = members.hash();
                case "mediantime" -> medianTime = members.time();
                case "pruneheight" -> pruneHeight = members.number();
                case "initialblockdownload" -> isSyncing = members.flag();
                default -> members.pass();
            }
        }
        if (blocks < 0 || headers < 0 || best.isEmpty() || medianTime.equals(Instant.MIN)) {
            throw Members.notUsable("state of its chain");
        }
        return new NodeState(blocks, headers, best, medianTime, pruneHeight).checked(isSyncing);
    }

    // What such a node shows is old news; it would only have to be read twice.
    private NodeState checked(boolean isSyncing) {
        if (isSyncing || headers > blocks + MISSING_MAX) {
            throw new ChainUnavailable(
                    Reason.BEHIND,
                    "the node is still catching up: it has block " + blocks + " of " + Math.max(headers, blocks)
                            + ". Wait until it is done; payments are found then");
        }
        return this;
    }

    /// Checks that it still holds the blocks from that height on.
    ///
    /// @throws ChainUnavailable if it has thrown some away
    public void checkHolds(long height) {
        if (height < pruneHeight) {
            throw new ChainUnavailable(
                    Reason.BEHIND,
                    "the node has thrown away block " + height + ", which must be read: it holds only those from "
                            + pruneHeight + " on. Use a node that keeps more (a larger -prune, or none)");
        }
    }
}
