package imtokenpay.adapter.bitcoin;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A transaction in a test's hands, written out as nodes write it; apart from the production class, so that
/// one checks the other.
public final class RawTransaction {
    private record Input(byte[] spentHash, int spentOutput, byte[] script, List<byte[]> witness) {}

    private record Output(long sats, byte[] script) {}

    private final List<Input> inputs = new ArrayList<>();
    private int sequence = -1;
    private final List<Output> outputs = new ArrayList<>();

    /// Pays whoever found the block.
    ///
    /// @param number makes it another transaction than others of its kind
    public static RawTransaction coinbase(long number) {
        var script = ByteBuffer.allocate(9).put((byte) 8).putLong(number).array();
        return new RawTransaction().spends(new byte[32], -1, script);
    }

    public RawTransaction spends(byte[] hash, int output, byte[] script, byte[]... witness) {
        inputs.add(new Input(hash, output, script, List.of(witness)));
        return this;
    }

    public RawTransaction pays(long sats, byte[] script) {
        outputs.add(new Output(sats, script));
        return this;
    }

    /// What all inputs say of whether it may still be replaced (BIP-125).
    public RawTransaction says(int number) {
        sequence = number;
        return this;
    }

    public int outputCount() {
        return outputs.size();
    }

    /// Its hash in the order of the bytes.
    public byte[] hash() {
        return doubleHash(bytes(false));
    }

    /// Its hash as people write it.
    public String id() {
        return reversed(hash());
    }

    public byte[] bytes() {
        return bytes(inputs.stream().anyMatch(input -> !input.witness().isEmpty()));
    }

    private byte[] bytes(boolean withWitnesses) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(fourBytes(2));
        if (withWitnesses) {
            out.writeBytes(new byte[] {0, 1});
        }
        out.writeBytes(count(inputs.size()));
        for (var input : inputs) {
            out.writeBytes(input.spentHash());
            out.writeBytes(fourBytes(input.spentOutput()));
            out.writeBytes(counted(input.script()));
            out.writeBytes(fourBytes(sequence));
        }
        out.writeBytes(count(outputs.size()));
        for (var output : outputs) {
            out.writeBytes(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(output.sats())
                    .array());
            out.writeBytes(counted(output.script()));
        }
        if (withWitnesses) {
            for (var input : inputs) {
                out.writeBytes(count(input.witness().size()));
                input.witness().forEach(item -> out.writeBytes(counted(item)));
            }
        }
        out.writeBytes(fourBytes(0));
        return out.toByteArray();
    }

    static byte[] fourBytes(long number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) number)
                .array();
    }

    static byte[] count(int count) {
        if (count < 0xFD) {
            return new byte[] {(byte) count};
        }
        var order = ByteBuffer.allocate(count <= 0xFFFF ? 3 : 5).order(ByteOrder.LITTLE_ENDIAN);
        return count <= 0xFFFF
                ? order.put((byte) 0xFD).putShort((short) count).array()
                : order.put((byte) 0xFE).putInt(count).array();
    }

    static byte[] doubleHash(byte[] bytes) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return sha256.digest(sha256.digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String reversed(byte[] hash) {
        var text = new StringBuilder();
        for (var i = hash.length - 1; i >= 0; i--) {
            text.append(HexFormat.of().toHexDigits(hash[i]));
        }
        return text.toString();
    }

    private static byte[] counted(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(count(bytes.length));
        out.writeBytes(bytes);
        return out.toByteArray();
    }
}
