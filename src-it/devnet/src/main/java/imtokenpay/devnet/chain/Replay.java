package imtokenpay.devnet.chain;

/// A transaction that is mined again in a reorganisation.
///
/// @param raw its signed bytes, from `ChainControl.rawTransaction`
/// @param block which of the new blocks takes it: 0 is the first
public record Replay(String raw, int block) {
    public Replay {
        if (!raw.startsWith("0x") || block < 0) {
            throw new IllegalArgumentException("not a raw transaction and a block: " + raw + ", " + block);
        }
    }
}
