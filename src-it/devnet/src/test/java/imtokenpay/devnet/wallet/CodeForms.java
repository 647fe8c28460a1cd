package imtokenpay.devnet.wallet;

import imtokenpay.devnet.wallet.scan.QrDrawing;
import java.math.BigInteger;

/// The codes and pages a shop shows.
final class CodeForms {
    static final String MERCHANT = "0xAb5801a7D398351b8bE11C439e05C5B3259aeC9B";

    private CodeForms() {}

    static String coin(String receiver, BigInteger wei) {
        return "ethereum:" + receiver + "@31337?decimal=18&value=" + wei;
    }

    static String token(String contract, int decimals, BigInteger units) {
        return "ethereum:" + MERCHANT + "@31337?contractAddress=" + contract + "&decimal=" + decimals + "&value="
                + units;
    }

    /// A page with another picture first, then the code, and the payment's data attributes as they are given.
    static String page(String attributes, String code) {
        return "<!DOCTYPE html><html><body><svg class=\"logo\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9\"/></svg>"
                + "<section class=\"card\" id=\"payment\" " + attributes + "><h1>Pay</h1>" + QrDrawing.svg(code)
                + "</section></body></html>";
    }
}
