package imtokenpay.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.outside.Await;
import imtokenpay.screen.Window.Device;
import imtokenpay.server.Built;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/// The checkout page in a real browser.
class CheckoutIT {
    private static final String DEVNET = "0x7a69";
    private static final String STATUS_AND_LANGUAGE =
            "return payment.dataset.status + ' ' + document.documentElement.lang";
    private static final String ELEMENTS = "return document.querySelectorAll('*').length";
    private static final String STATUS = "#inside [role=status]";

    private static final Path PICTURES =
            Built.here().root().resolve("src-it/journeys/target").resolve("screenshots");
    private static final Counter COUNTER = Counter.open();

    @AfterAll
    static void stop() {
        COUNTER.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Device.class,
            names = {"DESKTOP", "DARK_DESKTOP", "PHONE"})
    void every_standing_can_be_used_by_everybody_and_breaks_no_security_rule(Device device) {
        URI page = COUNTER.inUsdt();
        try (Window window = Window.on(device).open(page)) {
            judge(window, device, "awaiting");
            COUNTER.devnet().sendUsdt(address(window), BigDecimal.ONE);
            COUNTER.devnet().mine(1);
            window.awaitHeading("Part of the amount has arrived");
            judge(window, device, "underpaid");
            COUNTER.payByDemoButton(page);
            window.awaitHeading("Payment seen, being confirmed");
            judge(window, device, "confirming");
            COUNTER.devnet().mine(6);
            window.awaitHeading("Paid. Thank you!");
            judge(window, device, "settled");
            window.open(COUNTER.inEth()).click("form[action*='/cancel'] button");
            window.awaitHeading("Payment cancelled");
            judge(window, device, "cancelled");
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, ltr, 等待您付款", "ar, rtl, بانتظار دفعتك", "fr, ltr, En attente de votre paiement"})
    void the_page_speaks_the_language_that_is_chosen(String tag, String direction, String heading) {
        try (Window window = Window.on(Device.PHONE).open(COUNTER.inUsdt())) {
            window.click("nav a[lang='" + tag + "']");
            window.awaitHeading(heading);
            assertEquals(tag, window.attribute("html", "lang"));
            assertEquals(direction, window.attribute("html", "dir"));
            assertEquals(List.of(), Judge.barriers(window));
            window.picture(PICTURES.resolve("checkout-" + tag + ".png"));
            window.click("form[action*='/cancel'] button");
            Await.until(
                    "the next page speaks it too",
                    Window.PATIENCE,
                    () -> window.run(STATUS_AND_LANGUAGE).equals("cancelled " + tag));
        }
    }

    @Test
    void a_waiting_page_shows_the_payment_soon_after_its_block() {
        URI page = COUNTER.inEth();
        try (Window window = Window.on(Device.DESKTOP).open(page)) {
            long before = System.nanoTime();
            COUNTER.payByDemoButton(page);
            window.awaitHeading("Payment seen, being confirmed");
            long millis = Duration.ofNanos(System.nanoTime() - before).toMillis();
            System.out.println("wallet sends to browser shows it: " + millis + " ms");
            assertTrue(window.isShown("#progress"));
        }
    }

    @Test
    void without_scripts_one_can_choose_a_code_pay_and_see_it_arrive() {
        URI page = COUNTER.inUsdt();
        try (Window window = Window.on(Device.DESKTOP_WITHOUT_SCRIPTS).open(page)) {
            assertTrue(window.isShown("figure.imtoken svg"));
            assertFalse(window.isShown("[data-copy]"), "what needs a script is not offered");
            window.click("label[for=form-address]");
            assertTrue(window.isShown("figure.address svg"));
            COUNTER.payByDemoButton(page);
            window.awaitHeading("Payment seen, being confirmed");
        }
    }

    @Test
    void every_code_is_read_by_another_reader_as_what_it_says() {
        try (Window window = Window.on(Device.DESKTOP).open(COUNTER.inUsdt())) {
            for (String form : List.of("imtoken", "other", "address")) {
                window.click("label[for=form-" + form + "]");
                assertTrue(window.isShown("figure." + form));
                String said = window.attribute("figure." + form + " svg", "aria-label");
                assertEquals(said, Judge.read(window, window.attribute("figure." + form + " a", "href")));
            }
        }
    }

    @Test
    void the_keyboard_alone_chooses_a_code_and_cancels() {
        try (Window window = Window.on(Device.DESKTOP).open(COUNTER.inUsdt())) {
            window.tabTo("#form-imtoken");
            window.press(Keys.ARROW_RIGHT);
            assertTrue(window.isShown("figure.other"));
            assertFalse(window.isShown("figure.imtoken"));
            window.tabTo("[data-copy]");
            window.tabTo("summary");
            window.press(Keys.ENTER);
            assertTrue(window.isShown("details li"));
            window.tabTo("form[action*='/cancel'] button");
            window.press(Keys.ENTER);
            window.awaitHeading("Payment cancelled");
        }
    }

    @Test
    void two_hundred_hostile_descriptions_are_shown_as_they_are_and_do_nothing() {
        List<String> texts = HostileTexts.all();
        assertEquals(200, texts.size());
        try (Window window = Window.on(Device.DESKTOP).open(COUNTER.described("plain"))) {
            Object elements = window.run(ELEMENTS);
            for (String text : texts) {
                window.open(COUNTER.described(text));
                assertEquals(text.strip(), window.run("return document.querySelector('section bdi').textContent"));
                assertEquals(elements, window.run(ELEMENTS), text);
                assertEquals("undefined", window.run("return typeof window.hacked"), text);
                assertEquals(List.of(), window.errors(), text);
            }
        }
    }

    @Test
    void who_names_his_transaction_is_told_what_became_of_it() {
        URI page = COUNTER.inEth();
        try (Window window = Window.on(Device.DESKTOP).open(page)) {
            assertEquals("find.rubbish", verdict(window, "<script>paid</script>"));
            assertEquals("find.unseen", verdict(window, "0x" + "ab".repeat(32)));
            assertEquals(List.of(), Judge.barriers(window));
            String wrong = COUNTER.devnet().carryOut(COUNTER.devnet().merchant(), BigInteger.TWO, "0x");
            COUNTER.devnet().mine(1);
            Await.until(
                    "money without an order is seen",
                    Window.PATIENCE,
                    () -> verdict(window, wrong).equals("find.unmatched"));
            assertTrue(window.text("#found").contains("matches no order"));
            COUNTER.payByDemoButton(page);
            window.open(page).awaitHeading("Payment seen, being confirmed");
            String right = window.text("section .mono");
            assertEquals("find.counted", verdict(window, "https://etherscan.io/tx/" + right));
            for (int i = 0; i < 12; i++) {
                verdict(window, right);
            }
            assertEquals("find.pause", verdict(window, right));
            assertEquals(List.of(), window.errors());
        }
    }

    @Test
    void on_a_phone_the_first_button_opens_imtoken() {
        URI page = COUNTER.inUsdt();
        try (Window window = Window.on(Device.PHONE).open(page)) {
            assertTrue(window.isShown("#open"));
            String link = window.attribute("#open", "href");
            assertTrue(link.startsWith("imtokenv2://navigate/DappView?url=http%3A%2F%2F127.0.0.1"), link);
            assertTrue(link.endsWith(page.getPath().replace("/", "%2F")), link);
            assertFalse(window.isShown("#unopened"));
            window.click("#open");
            Await.until("the page says what to do without imToken", Window.PATIENCE, () -> window.isShown("#unopened"));
        }
        try (Window window = Window.on(Device.DESKTOP).open(page)) {
            assertFalse(window.isShown("#open"));
        }
    }

    @Test
    void in_wechat_the_page_says_where_to_open_it() {
        try (Window window = Window.on(Device.WECHAT).open(COUNTER.inUsdt())) {
            assertTrue(window.text("[role=alert]").contains("Open in browser"));
        }
    }

    @ParameterizedTest
    @CsvSource({"true, " + DEVNET, "false, " + DEVNET, "false, 0x1"})
    void in_imtoken_one_button_asks_for_one_transfer(boolean coin, String walletChain) {
        URI page = coin ? COUNTER.inEth() : COUNTER.inUsdt();
        try (Window window = inImToken(page)) {
            InjectedWallet wallet = new InjectedWallet(window, walletChain);
            assertFalse(window.isShown("svg.qr"));
            assertFalse(window.isShown("#open"));
            window.click("#inside button");
            String hash = wallet.sendOnce(COUNTER.devnet());
            Await.until(
                    "the page names the transaction",
                    Window.PATIENCE,
                    () -> window.text(STATUS).contains(hash));
            assertEquals(walletChain.equals(DEVNET), !wallet.methods().contains("wallet_switchEthereumChain"));
            window.open(page);
            Await.until(
                    "it is not offered twice",
                    Window.PATIENCE,
                    () -> window.isShown("#inside") && !window.isEnabled("#inside button"));
            assertTrue(window.text(STATUS).contains(hash));
            COUNTER.devnet().mine(1);
            window.awaitHeading("Payment seen, being confirmed");
            assertEquals(List.of(), window.errors());
        }
    }

    @Test
    void who_refuses_in_imtoken_can_try_again() {
        try (Window window = inImToken(COUNTER.inEth())) {
            InjectedWallet wallet = new InjectedWallet(window, DEVNET);
            window.click("#inside button");
            wallet.refuse();
            Await.until(
                    "the page says that nothing was paid",
                    Window.PATIENCE,
                    () -> window.text(STATUS).contains("nothing was paid"));
            window.click("#inside button");
            assertNotEquals("", wallet.sendOnce(COUNTER.devnet()));
        }
    }

    private static String verdict(Window window, String typed) {
        if (!window.isShown("#hash")) {
            window.click("summary");
        }
        window.type("#hash", typed);
        window.press(Keys.ENTER);
        return window.attribute("#found", "data-verdict");
    }

    private static Window inImToken(URI page) {
        Window window = Window.on(Device.IMTOKEN).with(InjectedWallet.SCRIPT).open(page);
        Await.until("the page meets the wallet", Window.PATIENCE, () -> window.isShown("#inside button"));
        return window;
    }

    private static void judge(Window window, Device device, String standing) {
        assertEquals(List.of(), Judge.barriers(window), standing);
        assertEquals(List.of(), window.errors(), standing);
        window.picture(
                PICTURES.resolve("checkout-" + standing + "-" + device.name().toLowerCase() + ".png"));
    }

    private static String address(Window window) {
        return window.attribute("#payment", "data-address");
    }
}
