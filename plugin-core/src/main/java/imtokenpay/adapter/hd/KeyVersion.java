package imtokenpay.adapter.hd;

import java.util.Arrays;
import java.util.Optional;

/// What the first four bytes of an extended key say it is for. The letters are what people see of them (BIP-32, and
/// SLIP-132 for the forms that name Bitcoin's address types).
public enum KeyVersion {
    XPUB(0x0488B21E, 0x0488ADE4),
    YPUB(0x049D7CB2, 0x049D7878),
    ZPUB(0x04B24746, 0x04B2430C),
    TPUB(0x043587CF, 0x04358394),
    UPUB(0x044A5262, 0x044A4E28),
    VPUB(0x045F1CF6, 0x045F18BC);

    private final int open;
    private final int secret;

    KeyVersion(int open, int secret) {
        this.open = open;
        this.secret = secret;
    }

    static Optional<KeyVersion> of(int bytes) {
        return Arrays.stream(values()).filter(version -> version.open == bytes).findFirst();
    }

    static boolean isSecret(int bytes) {
        return Arrays.stream(values()).anyMatch(version -> version.secret == bytes);
    }
}
