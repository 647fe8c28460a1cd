package imtokenpay.devnet.account;

import java.util.List;
import java.util.stream.IntStream;
import org.web3j.crypto.Bip32ECKeyPair;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.MnemonicUtils;

/// The well-known development keys every local Ethereum node funds at its start (m/44'/60'/0'/0/i of the
/// mnemonic that everybody knows). Worthless on any real chain.
public final class DevKey {
    /// How many accounts a new chain funds.
    public static final int COUNT = 10;

    private static final String MNEMONIC = "test test test test test test test test test test test junk";
    private static final int HARD = Bip32ECKeyPair.HARDENED_BIT;
    private static final List<Credentials> KEYS = derive();

    private DevKey() {}

    /// The key of account `index`, 0 to 9.
    public static Credentials of(int index) {
        if (index < 0 || index >= COUNT) {
            throw new IllegalArgumentException("There are development accounts 0 to 9, but no " + index);
        }
        return KEYS.get(index);
    }

    private static List<Credentials> derive() {
        Bip32ECKeyPair master = Bip32ECKeyPair.generateKeyPair(MnemonicUtils.generateSeed(MNEMONIC, ""));
        return IntStream.range(0, COUNT)
                .mapToObj(i -> Bip32ECKeyPair.deriveKeyPair(master, new int[] {44 | HARD, 60 | HARD, HARD, 0, i}))
                .map(Credentials::create)
                .toList();
    }
}
