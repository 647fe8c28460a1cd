package imtokenpay.devnet.wallet.scan;

import java.util.Locale;
import java.util.regex.Pattern;
import org.web3j.crypto.Keys;

/// Rules about addresses in text. The library's own check accepts a wrong checksum, so this one is ours.
public final class Addresses {
    static final Pattern IN_TEXT = Pattern.compile("0x[0-9a-fA-F]{40}");

    private Addresses() {}

    /// Whether the text has the form of an address.
    public static boolean shaped(String text) {
        return IN_TEXT.matcher(text).matches();
    }

    /// Whether the letter case is right: an address written in both cases must carry its EIP-55 checksum.
    public static boolean intact(String address) {
        String digits = address.substring(2);
        boolean oneCase =
                digits.equals(digits.toLowerCase(Locale.ROOT)) || digits.equals(digits.toUpperCase(Locale.ROOT));
        return oneCase || address.equals(Keys.toChecksumAddress(address));
    }
}
