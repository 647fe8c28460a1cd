package imtokenpay.adapter.bitcoin.address;

import java.util.Arrays;

/// The scripts that addresses stand for, byte by byte: money is locked by a script, and an address is only a
/// way to write one (Bitcoin Core, `src/script/solver.cpp`).
final class OutputScript {
    private static final byte[] KEY_HASH_HEAD = {0x76, (byte) 0xA9, 20};
    private static final byte[] KEY_HASH_TAIL = {(byte) 0x88, (byte) 0xAC};
    private static final byte[] SCRIPT_HASH_HEAD = {(byte) 0xA9, 20};
    private static final byte[] SCRIPT_HASH_TAIL = {(byte) 0x87};
    private static final int ONE = 0x51;

    private OutputScript() {}

    /// P2PKH: whoever shows the key of that hash.
    static byte[] keyHash(byte[] hash) {
        return joined(KEY_HASH_HEAD, hash, KEY_HASH_TAIL);
    }

    /// P2SH (BIP-16): whoever shows the script of that hash, and fulfils it.
    static byte[] scriptHash(byte[] hash) {
        return joined(SCRIPT_HASH_HEAD, hash, SCRIPT_HASH_TAIL);
    }

    /// A witness program (BIP-141).
    static byte[] witness(Witness witness) {
        var opcode = witness.version() == 0 ? 0 : ONE + witness.version() - 1;
        return joined(new byte[] {(byte) opcode, (byte) witness.program().length}, witness.program(), new byte[0]);
    }

    private static byte[] joined(byte[] head, byte[] middle, byte[] tail) {
        var all = Arrays.copyOf(head, head.length + middle.length + tail.length);
        System.arraycopy(middle, 0, all, head.length, middle.length);
        System.arraycopy(tail, 0, all, head.length + middle.length, tail.length);
        return all;
    }
}
