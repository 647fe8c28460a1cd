package imtokenpay.devnet.wallet;

import imtokenpay.devnet.bitcoin.BitcoinNode;
import imtokenpay.devnet.wallet.WalletRefusal.Reason;
import imtokenpay.devnet.wallet.scan.QrImage;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/// A shopper's phone: it pays a page in whatever chain the page is for.
///
/// @param bitcoin the node that keeps his bitcoin, where there is one
public record Wallets(DevWallet ethereum, Optional<BitcoinNode> bitcoin) {
    /// BIP-21, as far as shops use it.
    private static final Pattern BIP_21 =
            Pattern.compile("bitcoin:([a-zA-Z0-9]{26,90})\\?amount=([0-9]{1,8}(?:\\.[0-9]{1,8})?)");

    /// Opens a checkout page, scans its code, compares it with what the page says, and pays.
    ///
    /// @return the transaction's hash
    public String payCheckout(URI checkout) throws WalletRefusal {
        CheckoutPage page = Browser.open(checkout);
        if (!page.isFor(BitcoinNode.CHAIN)) {
            return ethereum.pay(page);
        }
        BitcoinNode node = bitcoin.orElseThrow(
                () -> new WalletRefusal(Reason.WRONG_CHAIN, "This page is for Bitcoin, and the wallet has none."));
        var code = BIP_21.matcher(text(page));
        if (!code.matches()) {
            throw new WalletRefusal(Reason.UNKNOWN_CODE, "The code on the page is no Bitcoin payment.");
        }
        var coins = new BigDecimal(code.group(2));
        var isSame = page.receiver().equals(Optional.of(code.group(1)))
                && page.units().equals(Optional.of(coins.movePointRight(8).toBigIntegerExact()));
        if (!isSame) {
            throw new WalletRefusal(Reason.PAGE_DISAGREES, "The page says something else than its code.");
        }
        return node.send(code.group(1), coins);
    }

    /// The text of the page's code.
    static String text(CheckoutPage page) throws WalletRefusal {
        String svg =
                page.code().orElseThrow(() -> new WalletRefusal(Reason.NO_CODE, "There is no QR code on the page."));
        return QrImage.readSvg(svg)
                .orElseThrow(() -> new WalletRefusal(Reason.NO_CODE, "The QR code on the page cannot be read."));
    }

    /// Where the shopper's ether is.
    String address() {
        return ethereum.address();
    }
}
