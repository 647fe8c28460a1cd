package imtokenpay.adapter.bitcoin.address;

import java.io.ByteArrayOutputStream;

/// What a segregated-witness address says (BIP-141): how to read the program, and the program.
///
/// @param version 0 to 16; 0 is a key's or a script's hash, 1 is taproot (BIP-341), nobody can spend from
/// others yet
/// @param program 2 to 40 bytes; 20 or 32 where the version is 0
record Witness(int version, byte[] program) {
    static final int KEY_HASH_BYTES = 20;
    static final int SCRIPT_HASH_BYTES = 32;
    private static final int VERSION_MAX = 16;
    private static final int PROGRAM_MIN = 2;
    private static final int PROGRAM_MAX = 40;
    private static final int GROUP_BITS = 5;

    Witness {
        var isOfLength = program.length >= PROGRAM_MIN && program.length <= PROGRAM_MAX;
        var isOfVersion = version > 0 || program.length == KEY_HASH_BYTES || program.length == SCRIPT_HASH_BYTES;
        if (version < 0 || version > VERSION_MAX || !isOfLength || !isOfVersion) {
            throw new IllegalArgumentException("is of a length or version that no address has");
        }
    }

    /// What the text says.
    ///
    /// @throws IllegalArgumentException if that is no address, in words that follow the text
    static Witness of(Bech32 text) {
        var groups = text.groups();
        var version = groups.length == 0 ? -1 : groups[0];
        var witness = new Witness(version, bytes(groups));
        if (text.kind() != witness.kind()) {
            throw new IllegalArgumentException(
                    "has the checksum of another kind of address: take it from the wallet again");
        }
        return witness;
    }

    /// How it is written on a net.
    ///
    /// @param prefix the net's letters
    String text(String prefix) {
        var groups = new ByteArrayOutputStream();
        groups.write(version);
        var bits = 0;
        var held = 0;
        for (var octet : program) {
            held = held << Byte.SIZE | octet & 0xFF;
            bits += Byte.SIZE;
            while (bits >= GROUP_BITS) {
                bits -= GROUP_BITS;
                groups.write(held >>> bits & 31);
            }
        }
        if (bits > 0) {
            groups.write(held << GROUP_BITS - bits & 31);
        }
        return new Bech32(kind(), prefix, groups.toByteArray()).text();
    }

    /// Whether somebody can spend what is sent there, today.
    boolean isSpendable() {
        return version == 0 || version == 1 && program.length == SCRIPT_HASH_BYTES;
    }

    private Bech32.Kind kind() {
        return version == 0 ? Bech32.Kind.BECH32 : Bech32.Kind.BECH32M;
    }

    // Groups of five bits after the first, as bytes; what is left over must be less than a group, and zero.
    private static byte[] bytes(byte[] groups) {
        var bytes = new ByteArrayOutputStream();
        var bits = 0;
        var held = 0;
        for (var i = 1; i < groups.length; i++) {
            held = held << GROUP_BITS | groups[i];
            bits += GROUP_BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.write(held >>> bits);
                held &= (1 << bits) - 1;
            }
        }
        if (bits >= GROUP_BITS || held != 0) {
            throw new IllegalArgumentException("is no address: its last letter stands for nothing");
        }
        return bytes.toByteArray();
    }
}
