package imtokenpay.bench.client;

import imtokenpay.bench.chain.CannedChain;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Questions as text, for clients that make none themselves.
public final class Questions {
    /// keccak-256 of `Transfer(address,address,uint256)`.
    public static final String TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";

    private Questions() {}

    /// All of the token's transfers in a range.
    public static String logs(long from, long to) {
        return String.format(
                Locale.ROOT,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_getLogs\",\"params\":[{"
                        + "\"fromBlock\":\"0x%x\",\"toBlock\":"
                        + "\"0x%x\",\"address\":\"%s\",\"topics\":[\"%s\"]}]}",
                from,
                to,
                CannedChain.TOKEN,
                TRANSFER);
    }

    /// The whole blocks of a range, in one batch.
    public static String blocks(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(height -> String.format(
                        Locale.ROOT,
                        "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"eth_getBlockByNumber\","
                                + "\"params\":[\"0x%x\",true]}",
                        height,
                        height))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
