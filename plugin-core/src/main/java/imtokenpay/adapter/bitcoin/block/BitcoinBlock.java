package imtokenpay.adapter.bitcoin.block;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// A block whose header has the hash that was asked for, and whose transactions are just those that the
/// header binds. What the block itself pays, to whoever found it, is not counted: it cannot be spent for 100
/// blocks, and nobody pays a shop that way.
public final class BitcoinBlock {
    private static final int HEADER = 80;
    private static final int PARENT = 4;
    private static final int ROOT = PARENT + Octets.HASH;
    private static final int TIME = ROOT + Octets.HASH;

    private final String hash;
    private final String parentHash;
    private final Instant time;
    private final List<Payment> payments;

    private BitcoinBlock(byte[] bytes, String hash, List<Payment> payments) {
        this.hash = hash;
        this.parentHash = Octets.hash(bytes, PARENT);
        this.time = Instant.ofEpochSecond(new Octets(bytes, TIME).fourBytes());
        this.payments = payments;
    }

    /// Reads a block.
    ///
    /// @param hash 64 small digits
    /// @throws ChainUnavailable if the bytes are not all of that block, and nothing but that block
    public static BitcoinBlock read(byte[] bytes, String hash, WatchedScripts watched) {
        var hashing = new DoubleHash();
        var octets = new Octets(bytes, 0);
        octets.pass(HEADER);
        var own = new byte[Octets.HASH];
        hashing.add(bytes, 0, HEADER).into(own, 0);
        if (!Octets.hash(own, 0).equals(hash)) {
            throw new ChainUnavailable(
                    Reason.INCONSISTENT, "the node answered another block than the one that was asked for");
        }
        var payments = new ArrayList<Payment>();
        var root = root(octets, watched, hashing, payments);
        if (!Arrays.equals(root, 0, Octets.HASH, bytes, ROOT, TIME)) {
            throw new ChainUnavailable(
                    Reason.INCONSISTENT, "the node answered a block with other transactions than its hash binds");
        }
        return new BitcoinBlock(bytes, hash, payments);
    }

    private static byte[] root(Octets octets, WatchedScripts watched, DoubleHash hashing, List<Payment> payments) {
        var count = octets.count();
        if (count == 0) {
            throw new ChainUnavailable("a block came without its transactions");
        }
        var tree = new MerkleTree(count);
        var transaction = new Transaction(octets, watched, hashing);
        transaction.next(tree.hashes(), 0);
        for (var i = 1; i < count; i++) {
            payments.addAll(transaction.next(tree.hashes(), i * Octets.HASH));
        }
        if (!octets.isAtEnd()) {
            throw new ChainUnavailable("the node's block goes on after its end");
        }
        return tree.root(hashing);
    }

    /// The block as it stands in the chain.
    ///
    /// @param height what the node says; the block itself does not tell
    public BlockRef at(long height) {
        return new BlockRef(height, hash, parentHash, time);
    }

    /// What it pays to whom we look out for.
    ///
    /// @param firstSeen when a transaction of that hash was first seen
    public List<Transfer> transfers(long height, WatchedScripts watched, Function<String, Instant> firstSeen) {
        var block = at(height);
        return watched.coin().stream()
                .flatMap(coin ->
                        payments.stream().map(payment -> payment.in(block, coin, firstSeen.apply(payment.txId()))))
                .toList();
    }
}
