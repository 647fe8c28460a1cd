package imtokenpay.outside;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The shopper's checkout page of one payment.
public final class Checkout {
    private final URI page;
    private final Browser browser = new Browser();

    public Checkout(URI page) {
        this.page = page;
    }

    public URI page() {
        return page;
    }

    public String paymentId() {
        String path = page.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// The page as a browser gets it that can unpack gzip.
    public Answer html() {
        return browser.see(page, Map.of("Accept-Encoding", "gzip")).expect(200);
    }

    public JsonNode status() {
        return browser.see(URI.create(page + "/status")).expect(200).json();
    }

    /// What the page is told from now on.
    public EventStream events() {
        return new EventStream(URI.create(page + "/events"));
    }

    /// Where the page asks to pay to.
    public String address() {
        Matcher address = Pattern.compile("data-address=\"([^\"]*)\"").matcher(html().text());
        if (!address.find()) {
            throw new AssertionError("the page names no address");
        }
        return address.group(1);
    }

    public String standing() {
        return status().path("status").asString();
    }

    public void cancel() {
        Answer answer = browser.submit(URI.create(page + "/cancel"), Map.of());
        if (answer.status() >= 400) {
            answer.expect(303);
        }
    }

    /// Types an address on the page about refunds; answers what is shown then.
    public Answer refundTo(String address) {
        Answer asked = browser.see(URI.create(page + "/refund")).expect(200);
        return Form.on(asked, "name=\"address\"")
                .fill("address", address)
                .send(browser)
                .expect(200);
    }

    /// Confirms the address that is shown in full.
    public Answer confirmRefund(Answer shown) {
        return Form.on(shown, "name=\"confirmed\"").send(browser).expect(200);
    }

    public void awaitStanding(String standing, Duration limit) {
        Await.value("payment " + paymentId() + " is " + standing, limit, () -> {
            String now = standing();
            return now.equals(standing) ? Optional.of(now) : Optional.empty();
        });
    }
}
