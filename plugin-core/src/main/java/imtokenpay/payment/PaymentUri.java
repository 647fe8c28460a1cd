package imtokenpay.payment;

import imtokenpay.chain.Address;
import imtokenpay.money.Amount;

/// What the QR code says. No single text is safe in every wallet, so the first one is imToken's own dialect where
/// that is safe in others too, and the bare address where it is not.
///
/// The dialect is the one that Ant Design Web3's PayPanel writes for imToken (ant-design-web3, packages/assets,
/// im-token.tsx, 2024): `ethereum:RECEIVER@CHAIN?contractAddress=TOKEN&decimal=D&value=UNITS`, with only
/// `decimal` and `value` for the native coin. A wallet that knows only EIP-681 reads the token form as a native
/// transfer of `value` wei: harmless for 6 decimals, ruinous for 18. Tokens with as many decimals as the native
/// coin therefore get the bare address, and the page tells the amount.
///
/// Bitcoin gets BIP-21, `bitcoin:RECEIVER?amount=COINS`, in small letters and without a label: some wallets
/// fail on capitals, and some show a label as if the shop had signed it. Every wallet that knows Bitcoin
/// takes the address.
public final class PaymentUri {
    private static final int NATIVE_DECIMALS = 18;

    private PaymentUri() {}

    /// The text for the QR code that asks imToken to pay `amount` to `receiver`.
    public static String forImToken(Address receiver, Amount amount) {
        return switch (amount.asset().chain().family()) {
            case "eip155" -> ethereum(receiver, amount);
            case "bip122" -> "bitcoin:" + receiver.text() + "?amount=" + amount.decimal();
            default -> receiver.text();
        };
    }

    private static String ethereum(Address receiver, Amount amount) {
        var asset = amount.asset();
        var chain = asset.chain();
        var to = "ethereum:" + receiver.text() + "@" + chain.reference();
        var value = "decimal=" + asset.decimals() + "&value=" + amount.units();
        if (asset.isNative()) {
            return to + "?" + value;
        }
        if (asset.decimals() >= NATIVE_DECIMALS) {
            return receiver.text();
        }
        return to + "?contractAddress=" + asset.contract().orElseThrow() + "&" + value;
    }

    /// The text for wallets that know the standards instead: EIP-681 on Ethereum and its kin, which is
    /// `ethereum:RECEIVER@CHAIN` with `value` in wei, or `ethereum:TOKEN@CHAIN/transfer` with receiver and base
    /// units. A wallet that knows only addresses would send to the token's contract, where money is lost: hence
    /// only for who asks for it.
    public static String forOtherWallets(Address receiver, Amount amount) {
        var asset = amount.asset();
        var chain = asset.chain();
        if (!chain.family().equals("eip155")) {
            return forImToken(receiver, amount);
        }
        return asset.contract()
                .map(token -> "ethereum:" + token + "@" + chain.reference() + "/transfer?address=" + receiver.text()
                        + "&uint256=" + amount.units())
                .orElseGet(() -> "ethereum:" + receiver.text() + "@" + chain.reference() + "?value=" + amount.units());
    }
}
