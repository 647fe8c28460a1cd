package imtokenpay.adapter.bitcoin.address;

import imtokenpay.money.ChainId;
import java.util.Arrays;

/// Bitcoin and its test nets. A net's name is the beginning of its first block's hash (CAIP-2, namespace
/// `bip122`); the hashes, the version bytes and the prefixes are those of Bitcoin Core,
/// `src/kernel/chainparams.cpp`.
public enum BitcoinNet {
    MAIN("000000000019d6689c085ae165831e93", Letters.MAIN),
    TEST3("000000000933ea01ad0ee984209779ba", Letters.TEST),
    TEST4("00000000da84f2bafbbc53dee25a72ae", Letters.TEST),
    SIGNET("00000008819873e925422c1ff0f99f7c", Letters.TEST),
    REGTEST("0f9188f13cb7b2c71f2a335e3a4fc328", Letters.REGTEST);

    /// The CAIP-2 namespace of Bitcoin and its kin.
    public static final String NAMESPACE = "bip122";

    /// What addresses begin with. Test nets share all of it, so that their addresses cannot be told apart.
    ///
    /// @param keyHash the version byte of P2PKH
    /// @param scriptHash the version byte of P2SH
    /// @param prefix what stands before the `1` in bech32
    enum Letters {
        MAIN(0x00, 0x05, "bc"),
        TEST(0x6F, 0xC4, "tb"),
        REGTEST(0x6F, 0xC4, "bcrt");

        private final int keyHash;
        private final int scriptHash;
        private final String prefix;

        Letters(int keyHash, int scriptHash, String prefix) {
            this.keyHash = keyHash;
            this.scriptHash = scriptHash;
            this.prefix = prefix;
        }

        int keyHash() {
            return keyHash;
        }

        int scriptHash() {
            return scriptHash;
        }

        String prefix() {
            return prefix;
        }
    }

    private final String reference;
    private final Letters letters;

    BitcoinNet(String reference, Letters letters) {
        this.reference = reference;
        this.letters = letters;
    }

    /// The net of a chain's id.
    ///
    /// @throws IllegalArgumentException in words that follow the setting's name if it is none that we know
    public static BitcoinNet of(ChainId chain) {
        return Arrays.stream(values())
                .filter(net -> net.chain().equals(chain))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("names no net of Bitcoin that is known here: use "
                        + MAIN.chain() + " for Bitcoin, " + TEST4.chain() + " for testnet4, " + SIGNET.chain()
                        + " for signet"));
    }

    /// Its CAIP-2 id.
    public ChainId chain() {
        return new ChainId(NAMESPACE + ":" + reference);
    }

    /// Whether its coins are worth something.
    public boolean isMain() {
        return this == MAIN;
    }

    Letters letters() {
        return letters;
    }
}
