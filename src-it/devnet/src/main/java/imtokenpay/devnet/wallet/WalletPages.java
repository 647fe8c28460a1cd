package imtokenpay.devnet.wallet;

/// The wallet's few words as HTML. Whatever comes from outside is escaped.
final class WalletPages {
    private WalletPages() {}

    static String home(String address) {
        return page(
                "Dev wallet",
                "<p>This demo wallet does what imToken would do with your checkout page: it scans the QR code and "
                        + "pays. Its money is play money on a test chain of this computer.</p>"
                        + "<p>Its address: <code>" + escape(address) + "</code></p>"
                        + "<form method=\"post\" action=\"/pay\"><label>Checkout page "
                        + "<input name=\"checkout\" type=\"url\" required></label> "
                        + "<button>Pay</button></form>");
    }

    /// @param back where the person came from; empty when that is no page to go back to
    static String refused(String why, String back) {
        String link = back.isEmpty() ? "" : "<p><a href=\"" + escape(back) + "\">Back to the checkout</a></p>";
        return page("The wallet did not pay", "<p>" + escape(why) + "</p><p>No money was moved.</p>" + link);
    }

    private static String page(String title, String body) {
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + escape(title)
                + "</title></head><body><main><h1>" + escape(title) + "</h1>" + body + "</main></body></html>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
