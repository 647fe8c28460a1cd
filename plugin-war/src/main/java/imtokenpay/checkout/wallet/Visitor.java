package imtokenpay.checkout.wallet;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// In what kind of browser the page is seen, by what the browser says of itself. Only hints on the page go by it.
///
/// @param userAgent in lower case
public record Visitor(String userAgent) {
    // imToken's documented link into its own browser (imtoken.gitbook.io, "Deep linking", read 2026-11).
    private static final String OPEN_IN_IMTOKEN = "imtokenv2://navigate/DappView?url=";

    public Visitor {
        userAgent = userAgent.toLowerCase(Locale.ROOT);
    }

    /// Whether it is imToken's own browser, which names itself `imToken/2.4.0` (consenlabs/webview, tests/utils.ts).
    public boolean isInImToken() {
        return userAgent.contains("imtoken/");
    }

    /// Whether it is the browser of WeChat or QQ, which opens no other app.
    public boolean isInMessenger() {
        return userAgent.contains("micromessenger/") || userAgent.contains(" qq/");
    }

    /// The link that opens this page in imToken.
    public static String linkInto(String page) {
        return OPEN_IN_IMTOKEN + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }
}
