package imtokenpay.adapter.evm.json;

import imtokenpay.chain.watch.ChainUnavailable;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// One text of a node's answer. Only its place is kept and nothing is made of it until somebody asks, since most texts
/// are of no interest. Whatever is not exactly of the shape that is asked for is no answer: a guess here could invent
/// money.
public final class Field {
    private static final byte[] NONE = new byte[0];
    private static final int CHARS_MAX = 66;
    private static final int ADDRESS_CHARS = 42;
    private static final int LONG_CHARS = 17;
    private static final int LONG_DIGITS = 16;
    private static final long EIGHT_ZEROS = 0x3030303030303030L;

    // What the member is called that it is taken from.
    private final String name;
    private byte[] bytes = NONE;
    private int start;
    private int length;

    public Field(String name) {
        this.name = name;
    }

    /// Forgets what it held.
    public void clear() {
        bytes = NONE;
    }

    /// Passes the value that comes next, and holds it if it is a text.
    public void take(Slice slice) {
        var isText = slice.isAt('"');
        start = slice.at() + 1;
        slice.value();
        // Not before: where the text comes in parts, it may end in another array than the one that it began in.
        bytes = isText ? slice.bytes() : NONE;
        length = slice.end() - 1 - start;
    }

    void hold(byte[] array, int from, int to) {
        bytes = array;
        start = from;
        length = to - from;
    }

    boolean isAt(int place) {
        return bytes.length > 0 && start == place;
    }

    /// Passes a member's value into the field that has the member's name.
    ///
    /// @return whether there is one; if not, the value is still to be passed
    public static boolean take(Slice slice, Field[] fields) {
        for (var field : fields) {
            if (slice.isNamed(field.name)) {
                field.take(slice);
                return true;
            }
        }
        return false;
    }

    /// Lets all of them forget what they held.
    public static void clear(Field[] fields) {
        for (var field : fields) {
            field.clear();
        }
    }

    /// The current token's text; nothing where there is none.
    public static String text(JsonParser json) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return json.getString();
        }
        json.skipChildren();
        return "";
    }

    /// Reads an address into a key.
    ///
    /// @return whether it is one
    public boolean readAddress(AddressKey key) {
        return hasLength(ADDRESS_CHARS) && isPrefixed() && key.read(bytes, start + 2);
    }

    /// Reads the address in a 32-byte word, whose upper twelve bytes must be zero, into a key.
    ///
    /// @return whether it holds one
    public boolean readPaddedAddress(AddressKey key) {
        if (!hasLength(CHARS_MAX) || !isPrefixed()) {
            return false;
        }
        var padding = start + CHARS_MAX - AddressKey.DIGITS;
        var other = 0L;
        for (var i = start + 2; i < padding; i += Long.BYTES) {
            other |= Hex.word(bytes, i) ^ EIGHT_ZEROS;
        }
        if (other != 0) {
            return false;
        }
        return key.read(bytes, padding);
    }

    /// The first eight bytes of the address in a 32-byte word; any number if it holds none.
    public long paddedAddressHigh() {
        return hasLength(CHARS_MAX) ? AddressKey.high(bytes, start + CHARS_MAX - AddressKey.DIGITS) : 0;
    }

    /// Whether it is that text.
    public boolean is(String text) {
        if (!hasLength(text.length())) {
            return false;
        }
        for (var i = 0; i < text.length(); i++) {
            if (bytes[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Whether it is a 32-byte word.
    public boolean isWord() {
        return hasLength(CHARS_MAX) && isHex(CHARS_MAX);
    }

    /// A 32-byte hash in small digits: spelled in two ways, one transfer would be two.
    public String hash() {
        if (!isWord()) {
            throw notUsable();
        }
        var capitals = false;
        for (var i = start + 2; i < start + CHARS_MAX; i += Long.BYTES) {
            capitals |= Hex.hasCapital(bytes, i);
        }
        return capitals ? text(0, CHARS_MAX).toLowerCase(Locale.ROOT) : text(0, CHARS_MAX);
    }

    /// Whether it is a whole number of so many digits at most.
    public boolean isNumber(int digitsMax) {
        var length = length();
        return length >= 3 && length <= digitsMax + 2 && isHex(length);
    }

    /// Whether every digit of it is 0; for what is a number.
    public boolean isZero() {
        for (var i = start + 2; i < start + length; i++) {
            if (bytes[i] != '0') {
                return false;
            }
        }
        return true;
    }

    /// A whole number of up to 256 bits. Leading zeros are not allowed by the specification, but java-tron writes them.
    public BigInteger number() {
        if (!isNumber(CHARS_MAX - 2)) {
            throw notUsable();
        }
        var first = 2;
        while (first < length - 1 && bytes[start + first] == '0') {
            first++;
        }
        return length - first < LONG_DIGITS
                ? BigInteger.valueOf(digits(first))
                : new BigInteger(text(first, length), 16);
    }

    /// The same, but 0 where the node says nothing.
    public BigInteger numberOrZero() {
        return bytes.length == 0 ? BigInteger.ZERO : number();
    }

    /// A whole number that fits a `long`, such as a height.
    public long small() {
        var length = length();
        if (length >= 3 && length <= LONG_CHARS && isHex(length)) {
            return digits(2);
        }
        var number = number();
        if (number.bitLength() > Long.SIZE - 1) {
            throw new ChainUnavailable("the node answered an absurd " + name);
        }
        return number.longValue();
    }

    // Up to the closing quote; -1 if there is no text, or one that is longer than anything that we read. A text with an
    // escape in it is never of a shape that we read.
    private int length() {
        return bytes.length == 0 || length > CHARS_MAX ? -1 : length;
    }

    private boolean hasLength(int expected) {
        return length() == expected;
    }

    private boolean isPrefixed() {
        return bytes[start] == '0' && bytes[start + 1] == 'x';
    }

    private boolean isHex(int length) {
        if (!isPrefixed()) {
            return false;
        }
        var all = 0L;
        var i = start + 2;
        for (; i <= start + length - Long.BYTES; i += Long.BYTES) {
            all |= Hex.eight(bytes, i);
        }
        for (; i < start + length; i++) {
            all |= AddressKey.digit(bytes[i]);
        }
        return all >= 0;
    }

    // The digits from one on, which fit a `long` without its sign.
    private long digits(int first) {
        var value = 0L;
        for (var i = start + first; i < start + length; i++) {
            value = value << 4 | AddressKey.digit(bytes[i]);
        }
        return value;
    }

    private String text(int from, int to) {
        return new String(bytes, start + from, to - from, StandardCharsets.ISO_8859_1);
    }

    private ChainUnavailable notUsable() {
        return new ChainUnavailable("the node's answer has no usable " + name);
    }
}
