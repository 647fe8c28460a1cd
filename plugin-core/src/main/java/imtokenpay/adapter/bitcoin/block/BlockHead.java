package imtokenpay.adapter.bitcoin.block;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.time.Instant;

/// The 80 bytes that a block's hash is made of, and what they bind: the block before, the time, and by a root
/// above them all the transactions.
public final class BlockHead {
    private static final int LENGTH = 80;
    private static final int PARENT = 4;
    private static final int ROOT = PARENT + Octets.HASH;
    private static final int TIME = ROOT + Octets.HASH;

    private final String hash;
    private final String parentHash;
    private final String root;
    private final Instant time;

    private BlockHead(byte[] bytes, String hash) {
        this.hash = hash;
        this.parentHash = Octets.hash(bytes, PARENT);
        this.root = Octets.hash(bytes, ROOT);
        this.time = Instant.ofEpochSecond(new Octets(bytes, TIME).fourBytes());
    }

    /// Reads one that came alone.
    ///
    /// @param hash 64 small digits
    /// @throws ChainUnavailable if the bytes are not those of that block's header, and nothing but that
    public static BlockHead read(byte[] bytes, String hash) {
        var octets = new Octets(bytes, 0);
        var head = read(octets, hash, new DoubleHash());
        if (!octets.isAtEnd()) {
            throw new ChainUnavailable("the node's block header goes on after its end");
        }
        return head;
    }

    /// Reads the one that a block begins with, and passes it.
    static BlockHead read(Octets octets, String hash, DoubleHash hashing) {
        octets.pass(LENGTH);
        var own = new byte[Octets.HASH];
        hashing.add(octets.bytes(), 0, LENGTH).into(own, 0);
        if (!Octets.hash(own, 0).equals(hash)) {
            throw new ChainUnavailable(
                    Reason.INCONSISTENT, "the node answered another block than the one that was asked for");
        }
        return new BlockHead(octets.bytes(), hash);
    }

    /// Whether that is the root above its transactions.
    boolean binds(byte[] transactions) {
        return Octets.hash(transactions, 0).equals(root);
    }

    /// The block as it stands in the chain.
    ///
    /// @param height what the node says; the header itself does not tell
    public BlockRef at(long height) {
        return new BlockRef(height, hash, parentHash, time);
    }
}
