package imtokenpay.adapter.hd;

import java.math.BigInteger;
import java.util.Arrays;

/// Numbers above zero as bytes without the sign byte that Java puts before them.
final class Unsigned {
    private Unsigned() {}

    static byte[] bytes(BigInteger number) {
        var bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }
}
