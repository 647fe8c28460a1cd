package imtokenpay.adapter.evm.json;

import imtokenpay.chain.watch.ChainUnavailable;

/// Walks over JSON by its brackets and quotes alone. That is several times faster than reading its tokens, and enough
/// for long answers: what nobody wants is passed over, and what is wanted must be of the strict shape of a [Field].
/// May begin before the last byte has come, and brings more where it needs more.
public final class Slice extends Window {
    private static final int DEPTH_MAX = 64;
    private static final long ONES = 0x0101010101010101L;
    private static final long TOP_BITS = 0x8080808080808080L;

    private int nameStart;
    private int nameEnd;

    /// All of which is there.
    public Slice(byte[] bytes, int from, int end) {
        super(bytes, from, end);
    }

    /// All of which is still to come.
    ///
    /// @param room where it is put at first
    public Slice(Source source, byte[] room) {
        super(source, room);
    }

    /// Where the next value begins.
    public int at() {
        spaces();
        return at;
    }

    private boolean passes(char expected) {
        spaces();
        if (at < end && bytes[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char expected) {
        if (!passes(expected)) {
            throw notJson();
        }
    }

    void moveTo(int place) {
        at = place;
    }

    // How far it has come.
    int limit() {
        return end;
    }

    /// Where what was passed last ends.
    public int end() {
        return at;
    }

    /// Whether nothing but spaces comes any more.
    public boolean isPassed() {
        spaces();
        return at >= end;
    }

    /// Whether that byte is next.
    public boolean isAt(char expected) {
        return at() < end && bytes[at] == expected;
    }

    /// Passes an opening bracket, and the closing one too if nothing is between.
    ///
    /// @return whether anything is
    public boolean opens(char opening, char closing) {
        expect(opening);
        return !passes(closing);
    }

    /// Passes a comma or the closing bracket.
    ///
    /// @return whether more comes before the bracket
    public boolean goesOn(char closing) {
        if (passes(',')) {
            return true;
        }
        expect(closing);
        return false;
    }

    /// Passes a member's name and the colon after it.
    public void name() {
        nameStart = at() + 1;
        string();
        nameEnd = at - 1;
        expect(':');
    }

    /// Whether the name that was passed last is that one. No text is made of it: an answer has thousands.
    public boolean isNamed(String expected) {
        if (nameEnd - nameStart != expected.length()) {
            return false;
        }
        for (var i = 0; i < expected.length(); i++) {
            if (bytes[nameStart + i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Passes a whole value.
    public void value() {
        spaces();
        if (at >= end) {
            throw notJson();
        }
        switch (bytes[at]) {
            case '"' -> string();
            case '{', '[' -> nested();
            default -> scalar();
        }
    }

    /// Passes a text of hexadecimal digits, two for each byte, however long it is.
    ///
    /// @return the bytes
    public byte[] octets() {
        var start = at() + 1;
        string();
        var octets = new byte[(at - 1 - start) / 2];
        var wrong = (at - 1 - start) % 2;
        for (var i = 0; i < octets.length; i++) {
            var octet = AddressKey.digit(bytes[start + 2 * i]) << 4 | AddressKey.digit(bytes[start + 2 * i + 1]);
            wrong |= octet & Integer.MIN_VALUE;
            octets[i] = (byte) octet;
        }
        if (wrong != 0) {
            throw new ChainUnavailable("the node's answer holds other signs than hexadecimal digits");
        }
        return octets;
    }

    private void nested() {
        // One bit for each open bracket: whether it is a square one.
        var kinds = 0L;
        var depth = 0;
        while (at < end || more()) {
            switch (bytes[at]) {
                case '"' -> {
                    string();
                    continue;
                }
                case '{', '[' -> {
                    kinds = kinds << 1 | (bytes[at] == '[' ? 1 : 0);
                    if (++depth > DEPTH_MAX) {
                        throw notJson();
                    }
                }
                case '}', ']' -> {
                    if ((kinds & 1) != (bytes[at] == ']' ? 1 : 0)) {
                        throw notJson();
                    }
                    kinds >>>= 1;
                    depth--;
                }
                default -> {}
            }
            at++;
            if (depth == 0) {
                return;
            }
        }
        throw notJson();
    }

    private void string() {
        if (at >= end || bytes[at] != '"') {
            throw notJson();
        }
        var place = special(at + 1);
        while (place < end || more()) {
            if (place < end && bytes[place] == '"') {
                at = place + 1;
                return;
            }
            if (place < end && bytes[place] == '\\') {
                if (!isEscapable(place + 1)) {
                    throw notJson();
                }
                place += 2;
            }
            place = special(place);
        }
        throw notJson();
    }

    // A broken answer would else hide a payment: a text with an escape is taken for one of no interest.
    private boolean isEscapable(int place) {
        return (place < end || more()) && "\"\\/bfnrtu".indexOf(bytes[place]) >= 0;
    }

    // The place of the next quote or backslash. Most of an answer is texts, so this is where the time goes; eight bytes
    // at once take a quarter of it.
    int special(int from) {
        var place = from;
        while (place <= end - Long.BYTES) {
            var word = Hex.word(bytes, place);
            var marks = zeros(word ^ '"' * ONES) | zeros(word ^ '\\' * ONES);
            if (marks != 0) {
                return place + Long.numberOfTrailingZeros(marks) / Byte.SIZE;
            }
            place += Long.BYTES;
        }
        while (place < end && bytes[place] != '"' && bytes[place] != '\\') {
            place++;
        }
        return place;
    }

    // The top bit of each byte that is zero; the lowest such bit is always right (Mycroft 1987).
    private static long zeros(long word) {
        return word - ONES & ~word & TOP_BITS;
    }

    private void scalar() {
        var start = at;
        while ((at < end || more()) && bytes[at] > ' ' && bytes[at] != ',' && bytes[at] != ']' && bytes[at] != '}') {
            at++;
        }
        if (at == start) {
            throw notJson();
        }
    }

    private void spaces() {
        while ((at < end || more()) && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
    }

    static ChainUnavailable notJson() {
        return new ChainUnavailable("the node's answer is not JSON");
    }
}
