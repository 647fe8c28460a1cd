package imtokenpay.adapter.wiring;

import imtokenpay.adapter.evm.EvmAddress;
import imtokenpay.adapter.hd.ExtendedPublicKey;
import imtokenpay.adapter.hd.KeyVersion;
import imtokenpay.chain.Address;
import imtokenpay.merchant.ReceivingMode;
import java.util.EnumSet;
import java.util.Set;

/// An account of an Ethereum wallet: the public keys of one room, the addresses of another.
///
/// @param chain of BIP-44's `account/0`, whichever of the two keys was pasted: so it has one name and one series
record EvmAccount(ExtendedPublicKey chain) implements ReceivingMode.Account {
    private static final int ACCOUNT_DEPTH = 3;
    private static final Set<KeyVersion> TAKEN = EnumSet.of(KeyVersion.XPUB, KeyVersion.TPUB);

    static EvmAccount parse(String text) {
        var key = ExtendedPublicKey.parse(text);
        if (!TAKEN.contains(key.version())) {
            throw new IllegalArgumentException("is of a Bitcoin account; this asset needs one that begins with xpub");
        }
        return switch (key.depth()) {
            case ACCOUNT_DEPTH -> new EvmAccount(key.child(0));
            case ACCOUNT_DEPTH + 1 -> new EvmAccount(key);
            default ->
                throw new IllegalArgumentException("stands at depth " + key.depth()
                        + " of its wallet. Give the account's key (depth 3, such as m/44'/60'/0') or that of its"
                        + " receiving chain (depth 4, such as m/44'/60'/0'/0)");
        };
    }

    @Override
    public String fingerprint() {
        return chain.fingerprint();
    }

    @Override
    public Address address(int index) {
        return EvmAddress.ofPublicKey(chain.child(index).uncompressed());
    }
}
