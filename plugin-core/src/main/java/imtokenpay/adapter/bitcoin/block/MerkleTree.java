package imtokenpay.adapter.bitcoin.block;

import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.util.Arrays;

/// The transactions' hashes of one block, which its header binds by one hash above them all (Bitcoin Core,
/// `src/consensus/merkle.cpp`).
final class MerkleTree {
    private final byte[] hashes;
    private final int count;

    MerkleTree(int transactions) {
        this.count = transactions;
        // One more, since the last of an odd number stands for two.
        this.hashes = new byte[Math.multiplyExact(transactions + 1, Octets.HASH)];
    }

    byte[] hashes() {
        return hashes;
    }

    /// The hash above all. Takes the place of the others.
    ///
    /// @throws ChainUnavailable if two neighbours are the same: the same hash then belongs to a shorter list,
    /// too, and a node could show a transaction twice (CVE-2012-2459)
    byte[] root(DoubleHash hash) {
        for (var length = count; length > 1; length = (length + 1) / 2) {
            if (length % 2 != 0) {
                System.arraycopy(hashes, (length - 1) * Octets.HASH, hashes, length * Octets.HASH, Octets.HASH);
            }
            for (var i = 0; i < length; i += 2) {
                if (i + 1 < length && isSame(i, i + 1)) {
                    throw new ChainUnavailable(Reason.INCONSISTENT, "the node showed one transaction twice in a block");
                }
                hash.add(hashes, i * Octets.HASH, (i + 2) * Octets.HASH).into(hashes, i / 2 * Octets.HASH);
            }
        }
        return Arrays.copyOf(hashes, Octets.HASH);
    }

    private boolean isSame(int one, int other) {
        return Arrays.equals(
                hashes,
                one * Octets.HASH,
                (one + 1) * Octets.HASH,
                hashes,
                other * Octets.HASH,
                (other + 1) * Octets.HASH);
    }
}
