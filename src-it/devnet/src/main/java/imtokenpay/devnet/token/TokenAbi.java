package imtokenpay.devnet.token;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.web3j.crypto.Hash;
import org.web3j.utils.Numeric;

/// Calls and logs of an ERC-20 token as the bytes that go over the wire.
public final class TokenAbi {
    /// First topic of every `Transfer(address,address,uint256)` log.
    public static final String TRANSFER_TOPIC = Hash.sha3String("Transfer(address,address,uint256)");

    public static final String TRANSFER = "0xa9059cbb";
    public static final String BALANCE_OF = "0x70a08231";
    public static final String DECIMALS = "0x313ce567";
    public static final String SYMBOL = "0x95d89b41";
    public static final String NAME = "0x06fdde03";
    public static final String TOTAL_SUPPLY = "0x18160ddd";

    private static final int WORD = 32;

    private TokenAbi() {}

    /// Call data of `transfer(to, units)`.
    public static String transfer(String to, BigInteger units) {
        return TRANSFER + word(to) + word(units);
    }

    /// Call data of `balanceOf(owner)`.
    public static String balanceOf(String owner) {
        return BALANCE_OF + word(owner);
    }

    /// A number as 32 bytes, without prefix.
    public static String word(BigInteger number) {
        return Numeric.toHexStringNoPrefixZeroPadded(number, 2 * WORD);
    }

    /// An address as 32 bytes, without prefix, in lower case.
    public static String word(String address) {
        return word(Numeric.toBigInt(address));
    }

    /// The number in the n-th word of some bytes.
    public static BigInteger number(String bytes, int n) {
        return Numeric.toBigIntNoPrefix(slice(bytes, n));
    }

    /// The address in the n-th word of some bytes.
    public static String address(String bytes, int n) {
        return "0x" + slice(bytes, n).substring(24).toLowerCase(Locale.ROOT);
    }

    /// A text as length and padded bytes, without prefix.
    public static String tail(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int padded = (utf8.length + WORD - 1) / WORD * 2 * WORD;
        String hex = Numeric.toHexStringNoPrefix(utf8);
        return word(BigInteger.valueOf(utf8.length)) + hex + "0".repeat(padded - hex.length());
    }

    /// The text that the n-th word points to.
    public static String text(String bytes, int n) {
        int at = number(bytes, n).intValueExact() / WORD;
        int length = number(bytes, at).intValueExact();
        String plain = Numeric.cleanHexPrefix(bytes);
        int from = (at + 1) * 2 * WORD;
        return new String(
                Numeric.hexStringToByteArray(plain.substring(from, from + 2 * length)), StandardCharsets.UTF_8);
    }

    private static String slice(String bytes, int n) {
        String plain = Numeric.cleanHexPrefix(bytes);
        if (plain.length() < (n + 1) * 2 * WORD) {
            throw new IllegalArgumentException("There is no word " + n + " in " + bytes);
        }
        return plain.substring(n * 2 * WORD, (n + 1) * 2 * WORD);
    }
}
