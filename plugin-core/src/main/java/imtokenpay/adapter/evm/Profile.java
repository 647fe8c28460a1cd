package imtokenpay.adapter.evm;

import java.util.OptionalInt;
import java.util.function.LongFunction;

/// What the nodes of a chain do otherwise than Ethereum's, although they speak its JSON-RPC.
///
/// @param reference how what `eth_chainId` answers is written in the chain's CAIP-2 id
/// @param logBlocksMax how many blocks one question for logs may span
/// @param aboveFinal how many blocks above the newest final one are looked at; the rest waits. Empty where a node need
/// not know which blocks are final
public record Profile(LongFunction<String> reference, int logBlocksMax, OptionalInt aboveFinal) {
    private static final int LOG_BLOCKS = 10_000;

    /// Ethereum and whoever does as it does.
    public static Profile ethereum() {
        return new Profile(Long::toUnsignedString, LOG_BLOCKS, OptionalInt.empty());
    }
}
