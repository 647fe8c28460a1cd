package imtokenpay.merchant.factor;

/// Bytes as letters and digits that people can copy (RFC 4648, 6), without padding.
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    /// Eight characters for each five bytes.
    static String of(byte[] bytes) {
        var text = new StringBuilder();
        var held = 0;
        var count = 0;
        for (var one : bytes) {
            held = held << Byte.SIZE | one & 0xff;
            count += Byte.SIZE;
            while (count >= BITS) {
                count -= BITS;
                text.append(ALPHABET.charAt(held >>> count & 0x1f));
            }
            held &= (1 << count) - 1;
        }
        if (count > 0) {
            text.append(ALPHABET.charAt(held << BITS - count & 0x1f));
        }
        return text.toString();
    }
}
