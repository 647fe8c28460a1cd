package imtokenpay.devnet.paper.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.web3j.crypto.Hash;
import org.web3j.utils.Numeric;

/// A block, what happened in it, and the world after it.
///
/// @param mined its transactions in order
public record Block(Header header, List<Mined> mined, World world) {
    public Block {
        mined = List.copyOf(mined);
    }

    /// What a block says of itself.
    ///
    /// @param salt counts reorganisations, so that the same block mined again has another hash
    public record Header(long number, String parent, long timestamp, long salt) {}

    /// A transaction in its place, with what came of it.
    public record Mined(int index, PaperTransaction transaction, Outcome outcome) {}

    public long number() {
        return header.number();
    }

    /// The keccak of the block's contents.
    public String hash() {
        String contents = header
                + mined.stream().map(each -> each.transaction().hash()).collect(Collectors.joining(",", "[", "]"));
        return Hash.sha3(Numeric.toHexString(contents.getBytes(StandardCharsets.US_ASCII)));
    }
}
