package imtokenpay.devnet.paper.rpc;

import imtokenpay.devnet.paper.ledger.Log;
import java.util.List;
import org.web3j.crypto.Hash;
import org.web3j.utils.Numeric;

/// The 2048-bit filter by which a reader can see that a block holds none of its logs.
final class Bloom {
    private static final int BYTES = 256;

    private Bloom() {}

    static String of(List<Log> logs) {
        byte[] bits = new byte[BYTES];
        for (Log log : logs) {
            add(bits, log.address());
            log.topics().forEach(topic -> add(bits, topic));
        }
        return Numeric.toHexString(bits);
    }

    private static void add(byte[] bits, String entry) {
        byte[] hash = Hash.sha3(Numeric.hexStringToByteArray(entry));
        for (int i = 0; i < 6; i += 2) {
            int bit = (hash[i] & 0x07) << 8 | hash[i + 1] & 0xff;
            bits[BYTES - 1 - bit / 8] |= (byte) (1 << bit % 8);
        }
    }
}
