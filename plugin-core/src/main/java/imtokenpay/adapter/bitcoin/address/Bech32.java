package imtokenpay.adapter.bitcoin.address;

import java.util.Arrays;
import java.util.Locale;

/// Text of a prefix, a `1` and groups of five bits, with a checksum of six letters that notices up to four
/// mistyped ones: bech32 (BIP-173) and its repaired sister (BIP-350).
///
/// @param groups five bits each
record Bech32(Kind kind, String prefix, byte[] groups) {
    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3};
    private static final int CHECKSUM = 6;
    private static final int GROUP_BITS = 5;
    private static final int LENGTH_MAX = 90;

    /// Which of the two: they differ in what the checksum leaves.
    enum Kind {
        BECH32(1),
        BECH32M(0x2BC830A3);

        private final int rest;

        Kind(int rest) {
            this.rest = rest;
        }
    }

    /// Reads one, in small letters or in capitals.
    ///
    /// @throws IllegalArgumentException if it is none, in words that follow the text
    static Bech32 read(String text) {
        var small = text.toLowerCase(Locale.ROOT);
        if (!text.equals(small) && !text.equals(text.toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException("mixes small letters and capitals: write all of it small");
        }
        var one = small.lastIndexOf('1');
        if (one < 1 || one + CHECKSUM >= small.length() || small.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("is too short or too long: a part is missing, or two were pasted");
        }
        var prefix = small.substring(0, one);
        if (!prefix.chars().allMatch(letter -> letter > ' ' && letter <= '~')) {
            throw new IllegalArgumentException("begins with a sign that no address has");
        }
        var groups = new byte[small.length() - one - 1];
        for (var i = 0; i < groups.length; i++) {
            groups[i] = (byte) ALPHABET.indexOf(small.charAt(one + 1 + i));
            if (groups[i] < 0) {
                throw new IllegalArgumentException(
                        "holds a letter or sign, number " + (one + 2 + i) + ", that no such address has");
            }
        }
        var rest = rest(prefix, groups);
        for (var kind : Kind.values()) {
            if (kind.rest == rest) {
                return new Bech32(kind, prefix, Arrays.copyOf(groups, groups.length - CHECKSUM));
            }
        }
        throw new IllegalArgumentException("has a wrong checksum: a letter is mistyped. Copy it from the wallet again");
    }

    /// The text, in small letters.
    String text() {
        var checked = Arrays.copyOf(groups, groups.length + CHECKSUM);
        var rest = rest(prefix, checked) ^ kind.rest;
        var text = new StringBuilder(prefix).append('1');
        for (var group : groups) {
            text.append(ALPHABET.charAt(group));
        }
        for (var i = CHECKSUM - 1; i >= 0; i--) {
            text.append(ALPHABET.charAt(rest >>> GROUP_BITS * i & 31));
        }
        return text.toString();
    }

    // The remainder of a division by the generator, over the prefix in two halves and the groups.
    private static int rest(String prefix, byte[] groups) {
        var rest = 1;
        for (var i = 0; i < prefix.length(); i++) {
            rest = step(rest, prefix.charAt(i) >>> GROUP_BITS);
        }
        rest = step(rest, 0);
        for (var i = 0; i < prefix.length(); i++) {
            rest = step(rest, prefix.charAt(i) & 31);
        }
        for (var group : groups) {
            rest = step(rest, group);
        }
        return rest;
    }

    private static int step(int rest, int group) {
        var top = rest >>> 25;
        var next = (rest & 0x1FFFFFF) << GROUP_BITS ^ group;
        for (var i = 0; i < GENERATOR.length; i++) {
            next ^= (top >>> i & 1) != 0 ? GENERATOR[i] : 0;
        }
        return next;
    }
}
