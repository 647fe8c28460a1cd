package imtokenpay.screen;

import static imtokenpay.screen.Counter.counter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.outside.Await;
import imtokenpay.screen.Window.Device;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// How wallets get from the checkout page what is to be paid: by its codes, by its link, and within imToken.
@ExtendWith(Counter.Opened.class)
class WalletsIT {
    private static final String DEVNET = "0x7a69";
    private static final String STATUS = "#inside [role=status]";

    @Test
    void every_code_is_read_by_another_reader_as_what_it_says() {
        try (Window window = Window.on(Device.DESKTOP).open(counter().inUsdt())) {
            for (String form : List.of("imtoken", "other", "address")) {
                window.click("label[for=form-" + form + "]");
                assertTrue(window.isShown("figure." + form));
                String said = window.attribute("figure." + form + " svg", "aria-label");
                assertEquals(said, Judge.read(window, window.attribute("figure." + form + " a", "href")));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"true, imtoken", "true, other", "false, imtoken", "false, other"})
    void a_wallet_of_the_standard_pays_nobody_else_and_never_more_whichever_code_it_reads(boolean coin, String form) {
        try (Window window = Window.on(Device.DESKTOP)
                .open(coin ? counter().inEth() : counter().inUsdt())) {
            JsonNode read = Judge.asEip681(window.attribute("figure." + form + " svg", "aria-label"));
            assertEquals("31337", read.path("chain_id").asString());
            boolean isCall = read.path("function_name").asString("").equals("transfer");
            assertEquals(!coin && form.equals("other"), isCall);
            JsonNode said = read.path("parameters");
            assertEquals(
                    window.attribute("#payment", "data-address"),
                    isCall
                            ? said.path("address").asString()
                            : read.path("target_address").asString());
            assertEquals(
                    window.attribute("#payment", "data-units"),
                    said.path(isCall ? "uint256" : "value").asString());
            if (isCall) {
                assertTrue(window.attribute("#payment", "data-asset")
                        .endsWith(read.path("target_address").asString()));
            }
        }
    }

    @Test
    void on_a_phone_the_first_button_opens_imtoken() {
        URI page = counter().inUsdt();
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
        try (Window window = Window.on(Device.WECHAT).open(counter().inUsdt())) {
            assertTrue(window.text("[role=alert]").contains("Open in browser"));
        }
    }

    @ParameterizedTest
    @CsvSource({"true, " + DEVNET, "false, " + DEVNET, "false, 0x1"})
    void in_imtoken_one_button_asks_for_one_transfer(boolean coin, String walletChain) {
        URI page = coin ? counter().inEth() : counter().inUsdt();
        try (Window window = inImToken(page)) {
            InjectedWallet wallet = new InjectedWallet(window, walletChain);
            assertFalse(window.isShown("svg.qr"));
            assertFalse(window.isShown("#open"));
            window.click("#inside button");
            String hash = wallet.sendOnce(counter().devnet());
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
            counter().devnet().mine(1);
            window.awaitHeading("Payment seen, being confirmed");
            assertEquals(List.of(), window.errors());
        }
    }

    @Test
    void who_refuses_in_imtoken_can_try_again() {
        try (Window window = inImToken(counter().inEth())) {
            InjectedWallet wallet = new InjectedWallet(window, DEVNET);
            window.click("#inside button");
            wallet.refuse();
            Await.until(
                    "the page says that nothing was paid",
                    Window.PATIENCE,
                    () -> window.text(STATUS).contains("nothing was paid"));
            window.click("#inside button");
            assertNotEquals("", wallet.sendOnce(counter().devnet()));
        }
    }

    private static Window inImToken(URI page) {
        Window window = Window.on(Device.IMTOKEN).with(InjectedWallet.SCRIPT).open(page);
        Await.until("the page meets the wallet", Window.PATIENCE, () -> window.isShown("#inside button"));
        return window;
    }
}
