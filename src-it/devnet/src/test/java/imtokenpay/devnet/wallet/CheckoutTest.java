package imtokenpay.devnet.wallet;

import static imtokenpay.devnet.wallet.CodeForms.MERCHANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.devnet.account.DevKey;
import imtokenpay.devnet.chain.DevChain;
import imtokenpay.devnet.chain.Tether;
import imtokenpay.devnet.wallet.WalletRefusal.Reason;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// From the page to the money, through the wallet and through its door.
final class CheckoutTest {
    private static final BigInteger UNITS = BigInteger.valueOf(25_370_123);

    private final HttpClient browser = HttpClient.newHttpClient();
    private DevChain chain;
    private Tether tether;
    private DevWallet wallet;
    private DevWalletServer door;

    @BeforeEach
    void open() {
        chain = DevChain.paper(0, Optional.empty());
        tether = Tether.deploy(chain, DevKey.of(1), BigInteger.TEN.pow(12));
        wallet = new DevWallet(chain.rpcUrl(), DevKey.of(1));
        door = DevWalletServer.start(0, new Wallets(wallet, Optional.empty()));
    }

    @AfterEach
    void close() {
        door.close();
        chain.close();
        browser.close();
    }

    @Test
    void a_page_that_agrees_with_its_code_is_paid() throws Exception {
        payPage(facts("25.370123"), code());
        assertEquals(UNITS, tether.balance(MERCHANT));
    }

    @Test
    void a_page_that_says_nothing_beside_its_code_is_paid() throws Exception {
        payPage("", code());
        assertEquals(UNITS, tether.balance(MERCHANT));
    }

    @Test
    void a_bare_address_is_paid_as_the_page_says() throws Exception {
        payPage(facts("25.370123"), MERCHANT);
        assertEquals(UNITS, tether.balance(MERCHANT));
        payPage("data-asset='eip155:31337/slip44:60' data-asset-amount='0.5'", MERCHANT);
        assertEquals(new BigInteger("500000000000000000"), chain.control().balance(MERCHANT));
    }

    @Test
    void a_bare_address_on_a_silent_page_is_not_paid() {
        assertEquals(Reason.NO_AMOUNT, refusal("", MERCHANT).reason());
        assertEquals(Reason.NO_AMOUNT, refusal("data-asset='native'", MERCHANT).reason());
    }

    @Test
    void a_page_that_disagrees_with_its_code_is_not_paid() {
        String[] lies = {
            facts("25.37"),
            facts("25.3701231"),
            facts("25.370123").replace("data-units=\"25370123\"", "data-units=\"25370124\""),
            facts("25.370123").replace(MERCHANT, "0x000000000000000000000000000000000000dEaD"),
            facts("25.370123").replace("eip155:31337\"", "eip155:1\""),
            facts("25.370123").replace("erc20:" + tether.address(), "slip44:60")
        };
        for (String lie : lies) {
            assertEquals(Reason.PAGE_DISAGREES, refusal(lie, code()).reason(), lie);
        }
        assertEquals(BigInteger.ZERO, tether.balance(MERCHANT));
    }

    @Test
    void a_page_without_code_is_not_paid() throws IOException {
        try (PageShop shop = new PageShop("<html><body>Sold out</body></html>")) {
            WalletRefusal refusal = assertThrows(WalletRefusal.class, () -> wallet.payCheckout(shop.checkout()));
            assertEquals(Reason.NO_CODE, refusal.reason());
        }
    }

    @Test
    void the_wallets_door_pays_and_sends_the_shopper_back() throws Exception {
        try (PageShop shop = new PageShop(CodeForms.page(facts("25.370123"), code()))) {
            HttpResponse<String> answer =
                    post("/pay", "checkout=" + encoded(shop.checkout().toString()));
            assertEquals(303, answer.statusCode());
            assertEquals(
                    Optional.of(shop.checkout().toString()), answer.headers().firstValue("Location"));
        }
        assertEquals(UNITS, tether.balance(MERCHANT));
    }

    @Test
    void the_wallets_door_explains_a_refusal_and_links_back() throws Exception {
        String foreign = code().replace("@31337", "@1");
        try (PageShop shop = new PageShop(CodeForms.page("", foreign))) {
            HttpResponse<String> answer =
                    post("/pay", "checkout=" + encoded(shop.checkout().toString()));
            assertEquals(409, answer.statusCode());
            assertTrue(answer.body().contains("This code is for chain 1, the wallet is on chain 31337."));
            assertTrue(answer.body().contains("locale=en&amp;a=b\">Back to the checkout</a>"), answer.body());
            assertStrict(answer);
        }
    }

    @Test
    void what_comes_from_a_page_is_escaped() throws Exception {
        try (PageShop shop = new PageShop(CodeForms.page("", "<script>alert(1)</script>"))) {
            HttpResponse<String> answer =
                    post("/pay", "checkout=" + encoded(shop.checkout().toString()));
            assertEquals(409, answer.statusCode());
            assertTrue(answer.body().contains("&lt;script&gt;"), answer.body());
            assertFalse(answer.body().contains("<script>"), answer.body());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/pay/xyz",
                "http://example.org/pay/xyz",
                "http://127.0.0.1.example.org/pay/xyz",
                "http://127.0.0.1@example.org/pay/xyz",
                "http://user@127.0.0.1/pay/xyz",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "http://[broken",
                ""
            })
    void the_wallets_door_opens_pages_of_this_computer_only(String page) throws Exception {
        HttpResponse<String> answer = post("/pay", "checkout=" + encoded(page));
        assertEquals(400, answer.statusCode());
        assertStrict(answer);
    }

    @Test
    void the_wallets_front_page_says_what_it_is() throws Exception {
        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(door.url().resolve("/")).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("play money"));
        assertStrict(answer);
        assertEquals(404, post("/elsewhere", "").statusCode());
    }

    private void assertStrict(HttpResponse<String> answer) {
        assertEquals(
                Optional.of("default-src 'none'; style-src 'self'; form-action 'self'"),
                answer.headers().firstValue("Content-Security-Policy"));
    }

    private String code() {
        return CodeForms.token(tether.address(), 6, UNITS);
    }

    private String facts(String amount) {
        return "data-address=\"" + MERCHANT + "\" data-units=\"" + UNITS + "\" data-asset-amount=\"" + amount
                + "\" data-asset=\"eip155:31337/erc20:" + tether.address() + "\" data-chain=\"eip155:31337\"";
    }

    private void payPage(String attributes, String code) throws IOException, WalletRefusal {
        try (PageShop shop = new PageShop(CodeForms.page(attributes, code))) {
            wallet.payCheckout(shop.checkout());
        }
    }

    private WalletRefusal refusal(String attributes, String code) {
        return assertThrows(WalletRefusal.class, () -> payPage(attributes, code));
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(door.url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
