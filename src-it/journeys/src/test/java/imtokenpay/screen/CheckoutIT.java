package imtokenpay.screen;

import static imtokenpay.screen.Counter.counter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.outside.Await;
import imtokenpay.outside.Browser;
import imtokenpay.outside.Checkout;
import imtokenpay.outside.EventStream;
import imtokenpay.screen.Window.Device;
import imtokenpay.server.Built;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/// The checkout page in a real browser.
@ExtendWith(Counter.Opened.class)
class CheckoutIT {
    private static final String STATUS_AND_LANGUAGE =
            "return payment.dataset.status + ' ' + document.documentElement.lang";
    private static final String VERDICT =
            "const found = document.getElementById('found'); return found ? found.dataset.verdict : ''";
    // Ten of them are answered a minute.
    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final String ELEMENTS = "return document.querySelectorAll('*').length";

    private static final Path PICTURES =
            Built.here().root().resolve("src-it/journeys/target").resolve("screenshots");

    @ParameterizedTest
    @EnumSource(
            value = Device.class,
            names = {"DESKTOP", "DARK_DESKTOP", "PHONE"})
    void every_standing_can_be_used_by_everybody_and_breaks_no_security_rule(Device device) {
        URI page = counter().inUsdt();
        try (Window window = Window.on(device).open(page)) {
            judge(window, device, "awaiting");
            counter().devnet().sendUsdt(address(window), BigDecimal.ONE);
            counter().devnet().mine(1);
            window.awaitHeading("Part of the amount has arrived");
            judge(window, device, "underpaid");
            counter().payByDemoButton(page);
            window.awaitHeading("Payment seen, being confirmed");
            assertTrue(window.text("#wait").matches("About \\d+ min left|Less than a minute left"));
            judge(window, device, "confirming");
            counter().devnet().mine(6);
            window.awaitHeading("Paid. Thank you!");
            judge(window, device, "settled");
            window.open(counter().inEth()).click("form[action*='/cancel'] button");
            window.awaitHeading("Payment cancelled");
            judge(window, device, "cancelled");
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, ltr, 等待您付款", "ar, rtl, بانتظار دفعتك", "fr, ltr, En attente de votre paiement"})
    void the_page_speaks_the_language_that_is_chosen(String tag, String direction, String heading) {
        try (Window window = Window.on(Device.PHONE).open(counter().inUsdt())) {
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
    void what_a_campaign_takes_off_is_shown_in_every_language_and_is_no_barrier() {
        String page = counter().reduced().toString();
        try (Window window = Window.on(Device.PHONE)) {
            for (String tag : List.of("en", "zh-CN", "zh-TW", "es", "fr", "ar")) {
                window.open(URI.create(page + "?locale=" + tag));
                String sum = window.text("#sum");
                assertTrue(sum.contains("100.00 USD") && sum.contains("\u22125.00 USD"), sum);
                assertTrue(sum.contains("95.00 USD") && !sum.contains("???"), sum);
                judge(window, Device.PHONE, "reduced-" + tag);
            }
        }
    }

    @Test
    void a_waiting_page_shows_the_payment_soon_after_its_block() {
        URI page = counter().inEth();
        try (Window window = Window.on(Device.DESKTOP).open(page)) {
            long before = System.nanoTime();
            counter().payByDemoButton(page);
            window.awaitHeading("Payment seen, being confirmed");
            long millis = Duration.ofNanos(System.nanoTime() - before).toMillis();
            System.out.println("wallet sends to browser shows it: " + millis + " ms");
            assertTrue(window.isShown("#progress"));
        }
    }

    @Test
    void a_thousand_waiting_pages_are_told_in_a_heap_of_512_megabytes() {
        List<Checkout> payments = IntStream.range(0, 10)
                .mapToObj(i -> new Checkout(counter().described("page " + i)))
                .toList();
        List<EventStream> pages = payments.stream()
                .flatMap(payment -> Stream.generate(payment::events).limit(100))
                .toList();
        pages.forEach(page -> page.momentOf("awaiting", Window.PATIENCE));
        // Who is one too many for a payment is told to ask again and again instead.
        URI full = URI.create(payments.getLast().page() + "/events");
        assertEquals(503, new Browser().see(full).status());
        // The last one has the last deadline.
        Await.until("the last one is told", Window.PATIENCE.multipliedBy(3), () -> {
            counter().devnet().mine(1);
            return pages.getLast().hears("expired");
        });
        pages.forEach(page -> page.momentOf("expired", Window.PATIENCE));
        pages.forEach(EventStream::close);
    }

    @Test
    void without_scripts_one_can_choose_a_code_pay_and_see_it_arrive() {
        URI page = counter().inUsdt();
        try (Window window = Window.on(Device.DESKTOP_WITHOUT_SCRIPTS).open(page)) {
            assertTrue(window.isShown("figure.imtoken svg"));
            assertFalse(window.isShown("[data-copy]"), "what needs a script is not offered");
            window.click("label[for=form-address]");
            assertTrue(window.isShown("figure.address svg"));
            counter().payByDemoButton(page);
            window.awaitHeading("Payment seen, being confirmed");
        }
    }

    @Test
    void the_keyboard_alone_chooses_a_code_and_cancels() {
        try (Window window = Window.on(Device.DESKTOP).open(counter().inUsdt())) {
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
        try (Window window = Window.on(Device.DESKTOP).open(counter().described("plain"))) {
            Object elements = window.run(ELEMENTS);
            for (String text : texts) {
                window.open(counter().described(text));
                assertEquals(text.strip(), window.run("return document.querySelector('section bdi').textContent"));
                assertEquals(elements, window.run(ELEMENTS), text);
                assertEquals("undefined", window.run("return typeof window.hacked"), text);
                assertEquals(List.of(), window.errors(), text);
            }
        }
    }

    @Test
    void who_names_his_transaction_is_told_what_became_of_it() {
        URI page = counter().inEth();
        try (Window window = Window.on(Device.DESKTOP).open(page)) {
            window.click("summary");
            window.type("#hash", "<script>paid</script>");
            window.press(Keys.ENTER);
            Await.until(
                    "the page answers",
                    Window.PATIENCE,
                    () -> window.run(VERDICT).equals("find.rubbish"));
            assertEquals("find.unseen", verdict(window, page, "0x" + "ab".repeat(32)));
            assertEquals(List.of(), Judge.barriers(window));
            String wrong = counter().devnet().carryOut(counter().devnet().merchant(), BigInteger.TWO, "0x");
            counter().devnet().mine(1);
            Await.value(
                    "money without an order is seen",
                    Window.PATIENCE,
                    LOOK,
                    () -> Optional.of(verdict(window, page, wrong)).filter("find.unmatched"::equals));
            assertTrue(window.text("#found").contains("matches no order"));
        }
    }

    @Test
    void the_transaction_that_paid_counts_and_ten_questions_a_minute_are_answered() {
        URI page = counter().inEth();
        try (Window window = Window.on(Device.DESKTOP).open(page)) {
            counter().payByDemoButton(page);
            window.awaitHeading("Payment seen, being confirmed");
            String hash = window.text("section .mono");
            for (int i = 0; i < 10; i++) {
                assertEquals("find.counted", verdict(window, page, "https://etherscan.io/tx/" + hash));
            }
            assertEquals("find.pause", verdict(window, page, hash));
            assertEquals(List.of(), window.errors());
        }
    }

    private static String verdict(Window window, URI page, String typed) {
        window.open(URI.create(page + "?hash=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)));
        return String.valueOf(window.run(VERDICT));
    }

    static void judge(Window window, Device device, String standing) {
        assertEquals(List.of(), Judge.barriers(window), standing);
        assertEquals(List.of(), window.errors(), standing);
        window.picture(
                PICTURES.resolve("checkout-" + standing + "-" + device.name().toLowerCase() + ".png"));
    }

    private static String address(Window window) {
        return window.attribute("#payment", "data-address");
    }
}
