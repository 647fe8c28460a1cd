package imtokenpay.adapter.wiring;

import imtokenpay.adapter.hd.ExtendedPublicKey;
import imtokenpay.chain.Address;
import imtokenpay.chain.family.AccountForm;
import imtokenpay.chain.family.ChainFamily;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.money.ChainId;
import java.util.Locale;
import java.util.function.Function;

/// An account of a wallet: the public keys of one room, the addresses of another.
///
/// @param chain of BIP-44's `account/0`, whichever of the two keys was pasted: so it has one name and one series
/// @param form makes an address of a public key
record HdAccount(ExtendedPublicKey chain, Function<byte[], Address> form) implements ReceivingMode.Account {
    private static final int ACCOUNT_DEPTH = 3;

    static HdAccount parse(ChainFamily family, ChainId chain, String text) {
        var key = ExtendedPublicKey.parse(text);
        var form = family.account(chain, key.version().name().toLowerCase(Locale.ROOT));
        return switch (key.depth()) {
            case ACCOUNT_DEPTH -> new HdAccount(key.child(0), form.address());
            case ACCOUNT_DEPTH + 1 -> new HdAccount(key, form.address());
            default -> throw new IllegalArgumentException(depth(key.depth(), form));
        };
    }

    private static String depth(int depth, AccountForm form) {
        return "stands at depth " + depth + " of its wallet. Give the account's key (depth 3, such as " + form.path()
                + ") or that of its receiving chain (depth 4, such as " + form.path() + "/0)";
    }

    @Override
    public String fingerprint() {
        return chain.fingerprint();
    }

    @Override
    public Address address(int index) {
        return form.apply(chain.child(index).uncompressed());
    }
}
