package imtokenpay.adapter.evm;

import imtokenpay.chain.watch.ChainUnavailable;
import java.math.BigInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Numbers and bytes as Ethereum nodes write them (Ethereum JSON-RPC, "Hex value encoding"). Whatever is not
/// exactly of that shape is no answer: a guess here could invent money.
final class Quantity {
    // Leading zeros are not allowed by the specification, but java-tron writes them.
    private static final Pattern QUANTITY = Pattern.compile("0x[0-9a-fA-F]{1,64}");
    private static final Pattern WORD = Pattern.compile("0x[0-9a-fA-F]{64}");
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");
    private static final String ADDRESS_PADDING = "0x000000000000000000000000";

    private Quantity() {}

    static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    /// A whole number of up to 256 bits.
    static BigInteger number(JsonNode object, String field) {
        return new BigInteger(text(object, field, QUANTITY).substring(2), 16);
    }

    /// A whole number that fits a `long`, such as a height.
    static long small(JsonNode object, String field) {
        var number = number(object, field);
        if (number.bitLength() > Long.SIZE - 1) {
            throw new ChainUnavailable("the node answered an absurd " + field);
        }
        return number.longValue();
    }

    /// A 32-byte hash.
    static String hash(JsonNode object, String field) {
        return text(object, field, WORD);
    }

    /// A 20-byte address, in whatever case the node writes it.
    static String address(JsonNode object, String field) {
        return text(object, field, ADDRESS);
    }

    /// Whether a text is a 32-byte word.
    static boolean isWord(String text) {
        return WORD.matcher(text).matches();
    }

    /// The address in a 32-byte word.
    static String addressOf(String word) {
        return "0x" + word.substring(word.length() - 40);
    }

    /// Whether the upper twelve bytes of a word are zero, as they are in a word that holds an address.
    static boolean holdsAddress(String word) {
        return word.startsWith(ADDRESS_PADDING);
    }

    /// The 32-byte word that holds an address.
    static String wordOf(String address) {
        return ADDRESS_PADDING + address.substring(2).toLowerCase(java.util.Locale.ROOT);
    }

    private static String text(JsonNode object, String field, Pattern shape) {
        var node = object.path(field);
        if (!node.isString() || !shape.matcher(node.stringValue()).matches()) {
            throw new ChainUnavailable("the node's answer has no usable " + field);
        }
        return node.stringValue();
    }
}
