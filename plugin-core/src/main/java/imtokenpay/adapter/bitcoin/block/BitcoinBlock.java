package imtokenpay.adapter.bitcoin.block;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A block whose header has the hash that was asked for, and whose transactions are just those that the
/// header binds. What the block itself pays, to whoever found it, is not counted: it cannot be spent for 100
/// blocks, and nobody pays a shop that way.
public final class BitcoinBlock {
    private final BlockHead head;
    private final List<Payment> payments;

    private BitcoinBlock(BlockHead head, List<Payment> payments) {
        this.head = head;
        this.payments = payments;
    }

    /// Reads a block.
    ///
    /// @param hash 64 small digits
    /// @throws ChainUnavailable if the bytes are not all of that block, and nothing but that block
    public static BitcoinBlock read(byte[] bytes, String hash, WatchedScripts watched) {
        var hashing = new DoubleHash();
        var octets = new Octets(bytes, 0);
        var head = BlockHead.read(octets, hash, hashing);
        var payments = new ArrayList<Payment>();
        var root = root(octets, watched, hashing, payments);
        if (!head.binds(root)) {
            throw new ChainUnavailable(
                    Reason.INCONSISTENT, "the node answered a block with other transactions than its hash binds");
        }
        return new BitcoinBlock(head, payments);
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
        return head.at(height);
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
