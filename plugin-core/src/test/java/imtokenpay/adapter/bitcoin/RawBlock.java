package imtokenpay.adapter.bitcoin;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A block in a test's hands. Nobody has worked for it, which no reader can judge without all blocks before.
///
/// @param parent the hash of the block before, in the order of the bytes
/// @param time in seconds since 1970
/// @param root the hash above all transactions
public record RawBlock(byte[] parent, long time, List<RawTransaction> transactions, byte[] root) {
    public RawBlock(byte[] parent, long time, List<RawTransaction> transactions) {
        this(
                parent,
                time,
                transactions,
                root(transactions.stream().map(RawTransaction::hash).toList()));
    }

    public byte[] hash() {
        return RawTransaction.doubleHash(header());
    }

    /// Its hash as people write it.
    public String id() {
        return RawTransaction.reversed(hash());
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(header());
        out.writeBytes(RawTransaction.count(transactions.size()));
        transactions.forEach(transaction -> out.writeBytes(transaction.bytes()));
        return out.toByteArray();
    }

    private byte[] header() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(RawTransaction.fourBytes(0x20000000));
        out.writeBytes(parent);
        out.writeBytes(root);
        out.writeBytes(RawTransaction.fourBytes(time));
        out.writeBytes(RawTransaction.fourBytes(0x207FFFFF));
        out.writeBytes(RawTransaction.fourBytes(0));
        return out.toByteArray();
    }

    private static byte[] root(List<byte[]> hashes) {
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        var above = new ArrayList<byte[]>();
        for (var i = 0; i < hashes.size(); i += 2) {
            var both = new ByteArrayOutputStream();
            both.writeBytes(hashes.get(i));
            both.writeBytes(hashes.get(Math.min(i + 1, hashes.size() - 1)));
            above.add(RawTransaction.doubleHash(both.toByteArray()));
        }
        return root(above);
    }
}
