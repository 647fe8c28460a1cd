package imtokenpay.checkout.wallet;

import imtokenpay.chain.Address;
import imtokenpay.checkout.qr.QrCode;
import imtokenpay.money.Amount;
import imtokenpay.payment.PaymentUri;
import java.util.LinkedHashMap;
import java.util.List;

/// One way to say in a QR code what is to be paid.
///
/// @param key `imtoken`, `other` or `address`
/// @param uri the code's text
/// @param isBare whether that is nothing but the address, so that the shopper types the amount
/// @param qr the code, to be drawn
public record WalletForm(String key, String uri, boolean isBare, QrCode qr) {
    /// The forms of a payment, imToken's first; a text that is the same as an earlier one is left out.
    public static List<WalletForm> of(Address receiver, Amount amount) {
        var texts = new LinkedHashMap<String, String>();
        texts.putIfAbsent(PaymentUri.forImToken(receiver, amount), "imtoken");
        texts.putIfAbsent(PaymentUri.forOtherWallets(receiver, amount), "other");
        texts.putIfAbsent(receiver.text(), "address");
        return texts.entrySet().stream()
                .map(entry -> new WalletForm(
                        entry.getValue(),
                        entry.getKey(),
                        entry.getKey().equals(receiver.text()),
                        QrCode.of(entry.getKey())))
                .toList();
    }
}
