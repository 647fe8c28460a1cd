package imtokenpay.outside;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The merchant's screens, used as the owner of the shop uses them.
public final class AdminScreens {
    /// The name and the password of the account that is made.
    public static final String OWNER = "owner";

    public static final String PASSWORD = "correct horse battery staple";

    private static final String LOGIN_FORM = "id=\"login\"";
    private static final String SETUP_FORM = "id=\"setup\"";

    private final URI base;
    private final Supplier<String> setUpToken;
    private final Browser browser = new Browser();

    /// `setUpToken` is asked once, when the owner's account is made.
    public AdminScreens(URI plugin, Supplier<String> setUpToken) {
        this.base = URI.create(plugin + "/admin/");
        this.setUpToken = setUpToken;
    }

    /// Where that page is.
    public URI address(String page) {
        return base.resolve(page);
    }

    /// What somebody sees who has not logged in.
    public Answer asStranger(String page) {
        return new Browser().see(base.resolve(page));
    }

    /// A page as the owner sees it.
    public Answer shown(String page) {
        return page(page);
    }

    /// Fills in the form of a set-up page and has it checked and kept; what is shown then.
    public Answer setUp(String page, Map<String, String> fields) {
        Form form = Form.on(page(page), "id=\"form\"");
        fields.forEach(form::fill);
        return form.press(browser, "do").expect(200);
    }

    /// The page with the money that belongs to no order.
    public String inbox() {
        return page("inbox").text();
    }

    /// Sets when payments that are asked for from now on are final.
    ///
    /// @param from from which amount on the chain must say so, too; empty for none
    public void finality(String asset, int confirmations, String from) {
        Answer page = page("assets");
        String fields = "(?s)data-asset=\"" + Pattern.quote(asset) + "\".*?name=\"([^\"]*)\".*?name=\"([^\"]*)\"";
        Matcher found = Pattern.compile(fields).matcher(page.text());
        if (!found.find()) {
            throw new AssertionError("the assets page does not show " + asset + ": " + page.text());
        }
        Answer saved = Form.on(page, "id=\"rules\"")
                .fill(found.group(1), Integer.toString(confirmations))
                .fill(found.group(2), from)
                .press(browser, "save")
                .expect(200);
        if (!saved.text().contains("class=\"saved\"")) {
            throw new AssertionError("the rule was not saved: " + saved.text());
        }
    }

    /// Credits the transaction that the inbox shows to a payment.
    public void credit(String hash, String payment, String reason) {
        Matcher link = Pattern.compile("href=\"(inbox\\.xhtml\\?[^\"]*tx=" + Pattern.quote(hash) + "[^\"]*)\"")
                .matcher(inbox());
        if (!link.find()) {
            throw new AssertionError("the inbox offers nothing to do with " + hash);
        }
        Answer chosen =
                browser.see(base.resolve(link.group(1).replace("&amp;", "&"))).expect(200);
        Matcher suggested = Pattern.compile("href=\"(inbox\\.xhtml\\?[^\"]*to=" + payment + ")\"")
                .matcher(chosen.text());
        if (!suggested.find()) {
            throw new AssertionError("the inbox does not suggest " + payment + ": " + chosen.text());
        }
        Answer choice = browser.see(base.resolve(suggested.group(1).replace("&amp;", "&")))
                .expect(200);
        decided(Form.on(choice, "id=\"credit\"").fill("reason", reason), "give");
    }

    /// Ends the matter of a payment; without a reason, the screen insists on one.
    public void close(String payment, String reason) {
        page("payments");
        Answer chosen =
                browser.see(base.resolve("payment.xhtml?payment=" + payment)).expect(200);
        Answer refused =
                Form.on(chosen, "id=\"decide\"").press(browser, "close").expect(200);
        if (!refused.text().contains("needs a reason")) {
            throw new AssertionError("closed without a reason: " + refused.text());
        }
        decided(Form.on(refused, "id=\"decide\"").fill("reason", reason), "close");
    }

    /// Records that so much of a payment goes back, for the shopper to say where to. Answers the refund's id.
    public String refund(String payment, String amount, String reason) {
        page("payments");
        Answer chosen =
                browser.see(base.resolve("refunds.xhtml?payment=" + payment)).expect(200);
        Answer recorded = Form.on(chosen, "id=\"recording\"")
                .fill("amount", amount)
                .fill("reason", reason)
                .press(browser, "record")
                .expect(200);
        Matcher refund = Pattern.compile("data-refund=\"(rfd_\\w+)\"").matcher(recorded.text());
        if (!refund.find()) {
            throw new AssertionError("the refund was not recorded: " + recorded.text());
        }
        return refund.group(1);
    }

    /// The code on a refund's page, which the merchant scans to pay it.
    public String refundCode(String payment, String refund) {
        Answer shown = browser.see(base.resolve("refunds.xhtml?payment=" + payment + "&refund=" + refund))
                .expect(200);
        Matcher code = Pattern.compile("<img class=\"code\" src=\"([^\"]*)\"").matcher(shown.text());
        if (!code.find()) {
            throw new AssertionError("the refund's page shows no code: " + shown.text());
        }
        return browser.see(shown.uri().resolve(code.group(1).replace("&amp;", "&")))
                .expect(200)
                .text();
    }

    /// The page with the stores' endpoints and the events that did not arrive.
    public String webhooks() {
        return page("webhooks").text();
    }

    /// Sends the first event of that page once more.
    public void redeliver() {
        mend("event", "redeliver");
    }

    /// Enables the first disabled endpoint of that page.
    public void enable() {
        mend("store", "enable");
    }

    /// Makes a key that may do all but ask for payments; gives its id and the key itself.
    public List<String> keyThatOnlyLooks(String name, String addresses) {
        Form form = Form.on(page("keys"), "id=\"make\"")
                .fill("name", name)
                .fill("addresses", addresses)
                .untick("scope:1:chosen");
        Answer made = form.press(browser, "do").expect(200);
        Matcher key =
                Pattern.compile("data-key=\"(key_[^\"]*)\">(sk_live_[^<]*)<").matcher(made.text());
        if (!key.find()) {
            throw new AssertionError("no key was made: " + made.text());
        }
        if (!form.press(browser, "do").expect(200).text().contains("was made already")) {
            throw new AssertionError("a form that was sent twice made two keys");
        }
        return List.of(key.group(1), key.group(2));
    }

    /// Makes a key void.
    public void revoke(String id) {
        page("keys");
        Answer chosen = browser.see(base.resolve("keys.xhtml?key=" + id)).expect(200);
        decided(Form.on(chosen, "id=\"revoke\""), "do");
    }

    /// What is found by what somebody knows of a payment.
    public SearchPage search() {
        page("payments");
        return new SearchPage(base, browser);
    }

    /// The page of who did what, after it has checked that all its rows are as they were written.
    public String checkedAudit() {
        Answer checked =
                Form.on(page("audit"), "id=\"check\"").press(browser, "whole").expect(200);
        if (!checked.text().contains("rows are as they were written")) {
            throw new AssertionError("the audit log is not whole: " + checked.text());
        }
        return checked.text();
    }

    /// What the page about campaigns says when all fields of a new one hold that text.
    public String campaignOf(String rubbish) {
        Form form = Form.on(page("campaigns"), "id=\"make\"");
        List.of("name", "off", "currency", "from", "until", "minimum", "budget")
                .forEach(field -> form.fill(field, rubbish));
        return form.press(browser, "do").expect(200).text();
    }

    /// Makes a campaign that takes so many percent off first orders in dollars; gives its id.
    public String firstOrders(String percent, String budget) {
        decided(
                Form.on(page("campaigns"), "id=\"make\"")
                        .fill("name", "Welcome")
                        .fill("off", percent)
                        .fill("budget", budget)
                        .tick("make:firstOrder"),
                "do");
        Matcher made = Pattern.compile("href=\"campaigns\\.xhtml\\?campaign=(cmp_\\w+)\"")
                .matcher(page("campaigns").text());
        if (!made.find()) {
            throw new AssertionError("no campaign was made");
        }
        return made.group(1);
    }

    /// Ends a campaign; gives what the page says then.
    public String endCampaign(String id) {
        page("campaigns");
        Answer chosen =
                browser.see(base.resolve("campaigns.xhtml?campaign=" + id)).expect(200);
        decided(Form.on(chosen, "id=\"ending\""), "do");
        return page("campaigns").text();
    }

    /// Asks the page about reports for one of a span of days; gives the page again if something is wrong with it.
    public Answer report(String kind, String from, String to) {
        return Form.on(page("reports"), "id=\"wish\"")
                .fill("kind", kind)
                .fill("from", from)
                .fill("to", to)
                .fill("zone", "Europe/Zurich")
                .press(browser, "do")
                .expect(200);
    }

    private void mend(String what, String button) {
        Matcher link = Pattern.compile("href=\"(webhooks\\.xhtml\\?" + what + "=[^\"]*)\"")
                .matcher(webhooks());
        if (!link.find()) {
            throw new AssertionError("the webhooks page has no " + what + " to " + button);
        }
        Answer chosen = browser.see(base.resolve(link.group(1))).expect(200);
        decided(Form.on(chosen, "id=\"mend\""), button);
    }

    private void decided(Form form, String button) {
        Answer answer = form.press(browser, button).expect(200);
        if (!answer.text().contains("class=\"saved\"")) {
            throw new AssertionError("it was not decided: " + answer.text());
        }
    }

    private Answer page(String name) {
        Answer page = browser.see(base.resolve(name)).expect(200);
        if (!page.text().contains(LOGIN_FORM)) {
            return page;
        }
        enter();
        Answer again = browser.see(base.resolve(name)).expect(200);
        if (again.text().contains(LOGIN_FORM)) {
            throw new AssertionError("the owner was not let in: " + again.text());
        }
        return again;
    }

    /// Logs in; makes the account first if there is none.
    private void enter() {
        Answer door = browser.see(base.resolve("setup")).expect(200);
        if (door.text().contains(SETUP_FORM)) {
            door = Form.on(door, SETUP_FORM)
                    .fill("token", setUpToken.get())
                    .fill("name", OWNER)
                    .fill("password", PASSWORD)
                    .fill("again", PASSWORD)
                    .press(browser, "make")
                    .expect(200);
        }
        Form.on(door, LOGIN_FORM)
                .fill("name", OWNER)
                .fill("password", PASSWORD)
                .press(browser, "enter")
                .expect(200);
    }
}
