package imtokenpay.adapter.evm.rpc;

import imtokenpay.chain.watch.ChainUnavailable;
import java.math.BigInteger;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// One text of a node's answer, held without making a [String] of it, since most texts are of no interest. Whatever is
/// not exactly of the shape that is asked for is no answer: a guess here could invent money.
public final class Field {
    private static final int CHARS_MAX = 66;
    private static final int ADDRESS_CHARS = 42;
    private static final int LONG_DIGITS = 16;

    private final String name;
    private final char[] chars = new char[CHARS_MAX];
    private int length = -1;

    public Field(String name) {
        this.name = name;
    }

    /// Forgets what it held.
    public void clear() {
        length = -1;
    }

    /// Holds the current token if that is a text, else nothing.
    public void take(JsonParser json) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            length = -1;
            json.skipChildren();
            return;
        }
        var text = json.getStringCharacters();
        length = json.getStringLength();
        System.arraycopy(text, json.getStringOffset(), chars, 0, Math.min(length, CHARS_MAX));
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
        return length == ADDRESS_CHARS && isPrefixed() && key.read(chars, 2);
    }

    /// Reads the address in a 32-byte word, whose upper twelve bytes must be zero, into a key.
    ///
    /// @return whether it holds one
    public boolean readPaddedAddress(AddressKey key) {
        if (length != CHARS_MAX || !isPrefixed()) {
            return false;
        }
        for (var i = 2; i < CHARS_MAX - AddressKey.DIGITS; i++) {
            if (chars[i] != '0') {
                return false;
            }
        }
        return key.read(chars, CHARS_MAX - AddressKey.DIGITS);
    }

    /// Whether it is that text, in whatever case a node writes its digits.
    public boolean is(String text) {
        if (length != text.length() || length > CHARS_MAX) {
            return false;
        }
        for (var i = 0; i < length; i++) {
            if (chars[i] != text.charAt(i) && Character.toLowerCase(chars[i]) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Whether it is a 32-byte word.
    public boolean isWord() {
        return length == CHARS_MAX && isHex();
    }

    /// A 32-byte hash.
    public String hash() {
        if (!isWord()) {
            throw notUsable();
        }
        return new String(chars, 0, length);
    }

    /// A whole number of up to 256 bits. Leading zeros are not allowed by the specification, but java-tron writes them.
    public BigInteger number() {
        if (length < 3 || length > CHARS_MAX || !isHex()) {
            throw notUsable();
        }
        return new BigInteger(new String(chars, 2, length - 2), 16);
    }

    /// The same, but 0 where the node says nothing.
    public BigInteger numberOrZero() {
        return length < 0 ? BigInteger.ZERO : number();
    }

    /// A whole number that fits a `long`, such as a height.
    public long small() {
        if (length > 2 && length <= 2 + LONG_DIGITS && isHex()) {
            var value = 0L;
            for (var i = 2; i < length; i++) {
                value = value << 4 | AddressKey.digit(chars[i]);
            }
            if (value >= 0) {
                return value;
            }
        }
        var number = number();
        if (number.bitLength() > Long.SIZE - 1) {
            throw new ChainUnavailable("the node answered an absurd " + name);
        }
        return number.longValue();
    }

    private boolean isPrefixed() {
        return chars[0] == '0' && chars[1] == 'x';
    }

    private boolean isHex() {
        if (!isPrefixed()) {
            return false;
        }
        for (var i = 2; i < length; i++) {
            if (AddressKey.digit(chars[i]) < 0) {
                return false;
            }
        }
        return true;
    }

    private ChainUnavailable notUsable() {
        return new ChainUnavailable("the node's answer has no usable " + name);
    }
}
