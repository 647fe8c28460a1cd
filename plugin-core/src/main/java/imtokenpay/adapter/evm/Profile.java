package imtokenpay.adapter.evm;

import java.util.OptionalInt;
import java.util.function.LongFunction;

/// What the nodes of a chain do otherwise than Ethereum's, although they speak its JSON-RPC.
///
/// @param reference how what `eth_chainId` answers is written in the chain's CAIP-2 id
/// @param logBlocksMax how many blocks one question for logs may span
/// @param aboveFinal how many blocks above the newest final one are looked at; the rest waits. Empty where a node need
/// not know which blocks are final
/// @param coinDecimals how many decimals the chain's own coin has
/// @param showsAllCoins whether balances of past blocks and the transactions in them tell all that the coin does, as
/// Ethereum's do. Where not, balances are not asked for, and a transaction may be from nobody
public record Profile(
        LongFunction<String> reference,
        int logBlocksMax,
        OptionalInt aboveFinal,
        int coinDecimals,
        boolean showsAllCoins) {
    private static final int LOG_BLOCKS = 10_000;
    private static final int ETHER_DECIMALS = 18;

    /// Ethereum and whoever does as it does.
    public static Profile ethereum() {
        return new Profile(Long::toUnsignedString, LOG_BLOCKS, OptionalInt.empty(), ETHER_DECIMALS, true);
    }
}
