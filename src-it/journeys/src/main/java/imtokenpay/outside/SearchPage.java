package imtokenpay.outside;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The payments page, searched for what somebody knows of a payment.
public final class SearchPage {
    private final URI base;
    private final Browser browser;

    /// @param base the address of the admin screens
    SearchPage(URI base, Browser browser) {
        this.base = base;
        this.browser = browser;
    }

    /// What it shows.
    public String found(String known) {
        return answer(known).text();
    }

    /// Whether that is what a network is said to make of a transaction of which nothing is known here.
    public boolean says(String verdict, String hash) {
        return found(hash).contains("data-verdict=\"" + verdict + "\"");
    }

    /// Expects it.
    public void expectVerdict(String verdict, String hash) {
        if (!says(verdict, hash)) {
            throw new AssertionError("the verdict is not " + verdict + ": " + found(hash));
        }
    }

    /// Has the block read again that holds that transaction; gives the page that comes then.
    public String readAgain(String hash) {
        return Form.on(answer(hash), "id=\"again\"")
                .press(browser, "read")
                .expect(200)
                .text();
    }

    private Answer answer(String known) {
        return browser.see(base.resolve("payments.xhtml?q=" + URLEncoder.encode(known, StandardCharsets.UTF_8)))
                .expect(200);
    }
}
