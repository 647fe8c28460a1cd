package imtokenpay.adapter.bitcoin.node;

import imtokenpay.adapter.evm.json.Tokens;
import imtokenpay.adapter.evm.rpc.RpcCall;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.time.Instant;
import java.util.List;

/// A block without what is in it.
///
/// @param medianTime the median of the times of the block and the ten before it. Every later block has a
/// later time than this (Bitcoin Core, `src/validation.cpp`, "time-too-old"), while a block's own time may
/// lie before its parent's
/// @param isInChain whether it belongs to the chain that the node follows
public record BlockHeader(BlockRef ref, Instant medianTime, boolean isInChain) {
    // The first block has no parent.
    private static final String NONE = "0".repeat(64);

    /// Asks for the hash of the block at a height; an empty text where the node has none.
    public static RpcCall<String> hash(long height) {
        return RpcCall.of("getblockhash", List.of(height), tokens -> Members.hash(tokens.json(), "block hash"))
                .orElse("");
    }

    /// Asks for a header.
    public static RpcCall<BlockHeader> of(String hash) {
        return RpcCall.of("getblockheader", List.of(hash, true), tokens -> read(tokens, hash));
    }

    private static BlockHeader read(Tokens tokens, String asked) {
        var hash = "";
        var parent = NONE;
        var height = -1L;
        var time = Instant.MIN;
        var medianTime = Instant.MIN;
        var isInChain = true;
        var json = tokens.json();
        var members = new Members(json);
        for (var name = members.next(); !name.isEmpty(); name = members.next()) {
            switch (name) {
                case "hash" -> hash = members.hash();
                case "previousblockhash" -> parent = members.hash();
                case "height" -> height = members.number();
                case "time" -> time = members.time();
                case "mediantime" -> medianTime = members.time();
                // -1 for a block that was left behind.
                case "confirmations" -> isInChain = !json.getString().startsWith("-");
                default -> members.pass();
            }
        }
        if (!hash.equals(asked)) {
            throw new ChainUnavailable(
                    Reason.INCONSISTENT, "the node answered another block than the one that was asked for");
        }
        if (height < 0 || time.equals(Instant.MIN) || medianTime.equals(Instant.MIN)) {
            throw Members.notUsable("block header");
        }
        return new BlockHeader(new BlockRef(height, hash, parent, time), medianTime, isInChain);
    }
}
