package imtokenpay.adapter.evm.coin;

import imtokenpay.adapter.evm.json.Walker;
import imtokenpay.adapter.evm.rpc.RpcCall;
import imtokenpay.adapter.evm.watch.Quantity;
import imtokenpay.adapter.evm.watch.Watched;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.watch.ChainUnavailable;
import java.math.BigInteger;
import java.util.List;

/// A block as the node shows it, and what in it concerns us.
///
/// @param moves the transactions that pay one of ours, or that one of ours sent
/// @param withdrawals what stakers among ours were paid by the chain itself
public record EvmBlock(BlockRef ref, List<CoinMove> moves, List<Withdrawal> withdrawals) {
    /// The chain pays a staker; no transaction says so.
    ///
    /// @param receiver as small hexadecimal digits
    public record Withdrawal(String receiver, BigInteger units) {}

    /// Asks for a block without what is in it.
    public static RpcCall<BlockRef> header(long height) {
        Walker<BlockRef> reader = slice -> {
            var ref = new HeaderReader().walk(slice);
            checkHeight(ref, height);
            return ref;
        };
        return RpcCall.of("eth_getBlockByNumber", List.of(Quantity.hex(height), false), reader);
    }

    /// Asks for the newest block without what is in it.
    public static RpcCall<BlockRef> latest() {
        return tagged("latest");
    }

    /// Asks for the newest block that no reorg can take back, without what is in it.
    public static RpcCall<BlockRef> finalized() {
        return tagged("finalized");
    }

    /// Asks for the height of the newest block that no reorg can take back; [ChainView#NONE] where the node does
    /// not say.
    public static RpcCall<Long> finalHeight() {
        Walker<Long> reader = slice -> slice.isAt('n')
                ? ChainView.NONE
                : new HeaderReader().walk(slice).height();
        return RpcCall.of("eth_getBlockByNumber", List.of("finalized", false), reader)
                .orElse(ChainView.NONE);
    }

    private static RpcCall<BlockRef> tagged(String tag) {
        Walker<BlockRef> reader = slice -> new HeaderReader().walk(slice);
        return RpcCall.of("eth_getBlockByNumber", List.of(tag, false), reader);
    }

    /// Asks for a block and what in it concerns us.
    public static RpcCall<EvmBlock> whole(long height, Watched watched) {
        Walker<EvmBlock> reader = slice -> {
            var block = new BlockReader(watched).walk(slice);
            checkHeight(block.ref(), height);
            return block;
        };
        return RpcCall.of("eth_getBlockByNumber", List.of(Quantity.hex(height), true), reader);
    }

    private static void checkHeight(BlockRef ref, long asked) {
        if (ref.height() != asked) {
            throw new ChainUnavailable("the node answered block " + ref.height() + " instead of " + asked);
        }
    }
}
