package imtokenpay.screen;

import static imtokenpay.screen.Counter.counter;
import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.outside.AdminScreens;
import imtokenpay.outside.Await;
import imtokenpay.outside.Checkout;
import imtokenpay.screen.Window.Device;
import imtokenpay.server.Built;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/// The admin screens in a real browser.
@ExtendWith(Counter.Opened.class)
class DeskIT {
    private static final Path PICTURES =
            Built.here().root().resolve("src-it/journeys/target").resolve("screenshots");
    static final String NEW_PASSWORD = "four words are enough";
    private static final List<String> PAGES = List.of(
            "index",
            "payments",
            "inbox",
            "refunds",
            "webhooks",
            "keys",
            "campaigns",
            "reports",
            "assets",
            "start",
            "changes",
            "set-network",
            "set-asset",
            "set-store",
            "change-store",
            "try",
            "owners",
            "audit");

    /// A payment that is being confirmed, one whose money came after it was cancelled, and money that matches nothing.
    @BeforeAll
    static void something_has_happened() {
        try (Window window = Window.on(Device.DESKTOP).open(admin().address("setup"))) {
            if (window.isShown("#setup")) {
                judge(window, Device.DESKTOP, "setup");
            }
        }
        URI paid = counter().inEth();
        counter().payByDemoButton(paid);
        URI cancelled = counter().inUsdt();
        new Checkout(cancelled).cancel();
        counter().devnet().sendUsdt(new Checkout(cancelled).address(), new BigDecimal("1.5"));
        String stray = counter().devnet().send(new BigDecimal("0.0123"));
        counter().devnet().mine(1);
        Await.until(
                "the stray money is seen",
                Window.PATIENCE,
                () -> admin().inbox().contains(stray));
    }

    @ParameterizedTest
    @EnumSource(
            value = Device.class,
            names = {"DESKTOP", "PHONE"})
    void every_page_can_be_used_by_everybody_and_breaks_no_security_rule(Device device) {
        try (Window window = signedIn(device)) {
            for (String page : PAGES) {
                window.open(admin().address(page + ".xhtml"));
                judge(window, device, page);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Device.class,
            names = {"DESKTOP", "PHONE"})
    void the_dashboard_counts_what_happens_and_each_figure_leads_to_it(Device device) {
        URI week = URI.create(admin().address("index.xhtml") + "?days=7");
        try (Window window = signedIn(device)) {
            window.awaitText("h1", "Dashboard");
            window.open(week);
            window.awaitText("#period", "7 days");
            int asked = figure(window, "Asked for");
            int cancelled = figure(window, "Cancelled before anything came");
            new Checkout(counter().inEth()).cancel();
            window.open(week);
            window.awaitText("#period", "7 days");
            assertEquals(asked + 1, figure(window, "Asked for"));
            assertEquals(cancelled + 1, figure(window, "Cancelled before anything came"));
            window.click("summary");
            judge(window, device, "dashboard-7");
            window.click("[data-figure='Cancelled before anything came'] a");
            window.awaitText("main", "Asked for on ");
            window.awaitText("#payments", "cancelled");
            assertEquals(
                    0L,
                    window.run(
                            "return document.querySelectorAll('[data-status]:not([data-status=cancelled])').length"));
        }
    }

    private static int figure(Window window, String name) {
        return Integer.parseInt(window.text("[data-figure='" + name + "'] a").replace(",", ""));
    }

    @ParameterizedTest
    @EnumSource(
            value = Device.class,
            names = {"DESKTOP", "PHONE"})
    void a_payment_tells_its_story_and_a_person_ends_it(Device device) {
        URI cancelled = counter().inUsdt();
        new Checkout(cancelled).cancel();
        counter().devnet().sendUsdt(new Checkout(cancelled).address(), new BigDecimal("1.5"));
        counter().devnet().mine(1);
        try (Window window = signedIn(device)) {
            String payment = new Checkout(cancelled).paymentId();
            Await.until(
                    "its money is seen",
                    Window.PATIENCE,
                    () -> new Checkout(cancelled).standing().equals("unresolved"));
            window.open(admin().address("payment.xhtml?payment=" + payment));
            window.awaitText("#why", "It was called off, and 1.5 USDT came nevertheless.");
            judge(window, device, "payment");
            window.type("[id='decide:reason']", "sent back by hand");
            window.click("[id='decide:close']");
            window.awaitText("#why", "A person has ended the matter.");
            window.awaitText(".story", "closed over 1.5 USDT: sent back by hand");
        }
    }

    @Test
    void what_a_shopper_can_tell_is_typed_into_one_field_by_the_keyboard_alone() {
        URI page = counter().inEth();
        String hash = counter().devnet().carryOut(counter().devnet().shopper(), BigInteger.TWO, "0x");
        try (Window window = signedIn(Device.DESKTOP)) {
            window.open(admin().address("payments.xhtml"));
            window.tabTo("#q");
            window.type("#q", new Checkout(page).paymentId());
            window.press(Keys.ENTER);
            // Only a page that was searched has it.
            window.awaitText(".search a", "All payments");
            window.awaitText("#payments", "awaiting");
            window.type("#q", hash);
            window.press(Keys.ENTER);
            window.awaitText("[data-verdict=pending]", "It waits to be put into a block.");
            judge(window, Device.DESKTOP, "explained");
            window.type("#q", "<script>alert(1)</script>#{1+1}");
            window.press(Keys.ENTER);
            window.awaitText(".empty", "<script>alert(1)</script>#{1+1}");
            assertEquals(List.of(), window.errors());
        }
        counter().devnet().mine(1);
    }

    @Test
    void an_owner_lets_another_one_in_and_whoever_is_removed_is_out_at_his_next_step() {
        String name = "ben" + System.nanoTime();
        try (Window anna = signedIn(Device.DESKTOP)) {
            anna.open(admin().address("owners.xhtml"));
            fill(anna, name, "not my password");
            anna.awaitText(".error", "Your own password is wrong. Nothing was changed.");
            fill(anna, name, AdminScreens.PASSWORD);
            anna.awaitText(".owners", name);
            try (Window ben = entered(Device.DESKTOP, name, NEW_PASSWORD)) {
                anna.click("[data-owner='" + name + "'] a");
                anna.awaitText("h2", "Another role for " + name);
                anna.type("[id='removing:mine']", AdminScreens.PASSWORD);
                anna.click("[id='removing:do']");
                anna.awaitText(".saved", "out from their next step on");
                ben.open(admin().address("payments.xhtml"));
                ben.awaitText("h1", "Log in");
            }
        }
    }

    @Test
    void a_changed_password_ends_all_other_sessions() {
        String name = "eve" + System.nanoTime();
        try (Window owner = signedIn(Device.DESKTOP)) {
            owner.open(admin().address("owners.xhtml"));
            fill(owner, name, AdminScreens.PASSWORD);
            owner.awaitText(".owners", name);
        }
        try (Window one = entered(Device.DESKTOP, name, NEW_PASSWORD);
                Window other = entered(Device.DESKTOP, name, NEW_PASSWORD)) {
            one.open(admin().address("owners.xhtml"));
            one.type("[id='changing:mine']", NEW_PASSWORD);
            one.type("[id='changing:password']", NEW_PASSWORD + "!");
            one.type("[id='changing:again']", NEW_PASSWORD + "!");
            one.click("[id='changing:do']");
            one.awaitText(".saved", "out from their next step on");
            other.open(admin().address("inbox.xhtml"));
            other.awaitText("h1", "Log in");
            one.open(admin().address("inbox.xhtml"));
            one.awaitText("h1", "Inbox");
        }
    }

    static void fill(Window window, String name, String mine) {
        fill(window, name, mine, 0);
    }

    /// Lets a person in whose role stands at that place on the page.
    static void fill(Window window, String name, String mine, int role) {
        window.type("[id='adding:name']", name);
        window.click("[id='adding:role:" + role + "']");
        window.type("[id='adding:password']", NEW_PASSWORD);
        window.type("[id='adding:again']", NEW_PASSWORD);
        window.type("[id='adding:mine']", mine);
        window.click("[id='adding:do']");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chain=rubbish&tx=0x12&log=0",
                "chain=eip155:31337&tx=%00&log=0",
                "chain=eip155:31337&tx=0x12&log=99999999999",
                "chain=eip155:31337&tx=0x12&log=0"
            })
    void a_link_to_money_that_is_not_there_shows_the_inbox(String query) {
        try (Window window = signedIn(Device.DESKTOP)) {
            window.open(URI.create(admin().address("inbox.xhtml") + "?" + query));
            window.awaitText("h1", "Inbox");
        }
    }

    @Test
    void the_audit_log_is_read_whole_on_demand() {
        try (Window window = signedIn(Device.DESKTOP)) {
            window.open(admin().address("audit.xhtml"));
            window.click("input[value='Check all rows']");
            window.awaitText(".saved", "rows are as they were written");
            judge(window, Device.DESKTOP, "audit-checked");
        }
    }

    private static AdminScreens admin() {
        return counter().admin();
    }

    static Window signedIn(Device device) {
        return entered(device, AdminScreens.OWNER, AdminScreens.PASSWORD);
    }

    static Window entered(Device device, String name, String password) {
        Window window = Window.on(device).open(admin().address("login.xhtml"));
        window.type("[id$=name]", name);
        window.type("[id$=password]", password);
        window.click("[id$=enter]");
        window.awaitText(".who", name);
        return window;
    }

    static void judge(Window window, Device device, String page) {
        assertEquals(List.of(), Judge.barriers(window), page);
        assertEquals(List.of(), window.errors(), page);
        window.picture(PICTURES.resolve("admin-" + page + "-" + device.name().toLowerCase(Locale.ROOT) + ".png"));
    }
}
