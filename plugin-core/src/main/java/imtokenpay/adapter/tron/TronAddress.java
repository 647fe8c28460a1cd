package imtokenpay.adapter.tron;

import imtokenpay.adapter.base58.Base58;
import imtokenpay.chain.Address;
import imtokenpay.chain.family.Typed;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/// Addresses of TRON: base58check of `41` and the same twenty bytes that Ethereum has (TRON developer documentation,
/// "Account", read 2026-11). Its JSON-RPC shows those twenty bytes in Ethereum's manner.
final class TronAddress {
    private static final byte PREFIX = 0x41;
    private static final int BYTES = 20;
    private static final HexFormat HEX = HexFormat.of();

    private TronAddress() {}

    /// Reads an address that a person typed. There is one spelling, and its checksum finds every mistyped letter.
    ///
    /// @throws IllegalArgumentException in words for that person if it is none
    static Address parse(String text) {
        if (Typed.of(text).filter(Typed.TRON::equals).isEmpty()) {
            throw Typed.wrong(text, "an address of TRON: T and 33 letters and digits");
        }
        bytes(text);
        return new Address(text);
    }

    /// How the wire shows it: `0x` and forty small digits.
    static String onWire(String text) {
        return "0x" + HEX.formatHex(bytes(text), 1, 1 + BYTES);
    }

    /// The address that the wire shows as `0x` and forty digits.
    static Address ofWire(String hex) {
        var bytes = HEX.parseHex(hex, 2, hex.length());
        return new Address(Base58.text(
                ByteBuffer.allocate(1 + BYTES).put(PREFIX).put(bytes).array()));
    }

    private static byte[] bytes(String text) {
        try {
            var bytes = Base58.checked(text);
            if (bytes.length != 1 + BYTES || bytes[0] != PREFIX) {
                throw new IllegalArgumentException("is no address of TRON");
            }
            return bytes;
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("'" + text + "' " + wrong.getMessage(), wrong);
        }
    }
}
