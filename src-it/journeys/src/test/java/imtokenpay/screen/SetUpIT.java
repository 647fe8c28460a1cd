package imtokenpay.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.outside.AdminScreens;
import imtokenpay.outside.Await;
import imtokenpay.outside.Plugin;
import imtokenpay.screen.Window.Device;
import imtokenpay.server.Built;
import imtokenpay.story.Devnet;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/// From a server with nothing but the WAR, without a single setting, to a paid test order: what a shop admin does in a
/// browser, and nothing else.
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class SetUpIT {
    private static final int STEPS_MAX = 25;
    private static final String SECRET = "0x4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318";
    private static final Set<String> NAMES = Set.of("form:name", "symbol");
    private static final List<String> ABSURD = List.of(
            "0",
            "-1",
            "1e30",
            "1" + "0".repeat(30),
            "\u202e0x1234",
            "0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
            "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
            "bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu",
            "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33"
                    + "yuGBxrMPHi",
            "file:///etc/passwd",
            "http://169.254.169.254/latest/meta-data");
    private static final Path PICTURES =
            Built.here().root().resolve("src-it/journeys/target").resolve("screenshots");

    private final Devnet devnet = Devnet.open(false, Optional.of(Duration.ofSeconds(1)));
    private final BarePlugin bare = BarePlugin.start();
    private int steps;
    private String key = "";

    @Test
    @Order(1)
    void from_the_token_in_the_log_to_a_paid_test_order_in_25_steps() {
        try (Window window = Window.on(Device.DESKTOP).open(admin("setup.xhtml"))) {
            String token = bare.token();
            type(window, "[id='setup:token']", token);
            type(window, "[id='setup:name']", AdminScreens.OWNER);
            type(window, "[id='setup:password']", AdminScreens.PASSWORD);
            type(window, "[id='setup:again']", AdminScreens.PASSWORD);
            click(window, "[id='setup:make']");
            window.awaitText("h1", "Log in");
            signIn(window);
            window.awaitText("h1", "Set up");
            judge(window, "start-empty");
            network(window);
            asset(window);
            store(window);
            URI page = order(window);
            devnet.pay(page);
            window.awaitText("h1", "Paid");
            assertTrue(steps <= STEPS_MAX, () -> "it took " + steps + " clicks and fields");
            System.out.println("From the set-up token to a paid test order: " + steps + " clicks and fields");
            Await.until(
                    "the store is told",
                    Window.PATIENCE,
                    () -> bare.told().stream().anyMatch(e -> e.contains("settled")));
        }
    }

    @Test
    @Order(2)
    void what_was_set_up_is_there_after_a_restart_and_cannot_be_read_in_the_file() throws IOException {
        bare.restart();
        Plugin api = new Plugin(bare.address(), key);
        Await.until(
                "the network is read again",
                Window.PATIENCE,
                () -> api.paymentMethod().text().contains(devnet.eth()));
        Path file = bare.home().resolve("imtoken-pay-data/settings.key");
        assertEquals(
                Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE),
                Files.getPosixFilePermissions(file));
        String database =
                Files.readString(bare.home().resolve("imtoken-pay-data/imtoken.mv.db"), StandardCharsets.ISO_8859_1);
        assertTrue(database.contains("kept_setting"), "the table's own name can be read");
        assertTrue(!database.contains(devnet.rpcUrl().toString()), "the node's address can be read in the database");
    }

    @Test
    @Order(3)
    void an_asset_that_not_everybody_knows_is_changed_where_it_stands() {
        AdminScreens screens = new AdminScreens(bare.address(), () -> "");
        String page = "set-asset.xhtml?id=" + devnet.eth();
        assertTrue(screens.shown(page).text().contains("value=\"2500\""), "its price is not filled in");
        screens.setUp(page, Map.of("rate", "2300", "currency", "EUR"));
        String changed = screens.shown(page).text();
        assertTrue(changed.contains("value=\"2300\"") && changed.contains("value=\"EUR\""), changed);
        screens.setUp(page, Map.of("rate", "2500", "currency", "USD"));
        assertTrue(screens.shown(page).text().contains("value=\"2500\""), "its price was not changed back");
    }

    @Test
    @Order(4)
    void a_private_key_in_place_of_a_contract_is_sent_to_no_node() {
        AdminScreens screens = new AdminScreens(bare.address(), () -> "");
        String shown = screens.setUp(
                        "set-asset.xhtml?token=" + Devnet.CHAIN, Map.of("contract", SECRET, "symbol", "KEY"))
                .text();
        assertTrue(shown.contains("a private key or a recovery phrase must never be entered"), shown);
    }

    @Test
    @Order(5)
    void nothing_hostile_or_absurd_is_kept_or_run() {
        AdminScreens screens = new AdminScreens(bare.address(), () -> "");
        String before = steps(screens);
        Map<String, String> network = Map.of(
                "form:number",
                "4242",
                "form:name",
                "Net",
                "nodes",
                devnet.rpcUrl().toString());
        Map<String, String> coin = Map.of("address", devnet.merchant(), "rate", "2500", "symbol", "ETH");
        Map<String, String> shop = Map.of("form:name", "Shop", "shop", "https://shop.example");
        for (String text :
                Stream.concat(HostileTexts.ways().stream(), ABSURD.stream()).toList()) {
            refuse(screens, "set-network.xhtml?on=other", network, text);
            refuse(screens, "set-asset.xhtml?coin=eip155:31337", coin, text);
            refuse(screens, "set-asset.xhtml?token=eip155:31337", Map.of("contract", devnet.merchant()), text);
            refuse(screens, "set-store.xhtml", shop, text);
        }
        assertEquals(before, steps(screens));
        String name = "\"><img src=x onerror=hacked=1>";
        screens.setUp(
                "set-network.xhtml?on=other",
                Map.of(
                        "form:number",
                        "31337",
                        "form:name",
                        name,
                        "nodes",
                        devnet.rpcUrl().toString()));
        String after = screens.shown("start.xhtml").text();
        assertTrue(after.contains("&lt;img src=x onerror=hacked=1&gt;") && !after.contains(name), after);
    }

    private static String steps(AdminScreens screens) {
        String page = screens.shown("start.xhtml").text();
        return page.substring(page.indexOf("<ol"), page.indexOf("</ol>"));
    }

    // Each field in turn holds the text, the others what is good; a name may be anything that people read.
    private static void refuse(AdminScreens screens, String page, Map<String, String> good, String text) {
        for (String field : good.keySet()) {
            if (NAMES.contains(field)) {
                continue;
            }
            Map<String, String> fields = new HashMap<>(good);
            fields.put(field, text);
            String shown = screens.setUp(page, fields).text();
            assertTrue(shown.contains("class=\"error\""), () -> page + " keeps " + field + "=" + text + ": " + shown);
            assertTrue(!text.contains("<") || !shown.contains(text), () -> page + " runs " + field + "=" + text);
        }
    }

    @AfterAll
    void stop() {
        bare.close();
        devnet.close();
    }

    private void network(Window window) {
        click(window, "[data-step=network] a.button");
        window.awaitText("h1", "Add a network");
        judge(window, "network");
        click(window, "a[href$='on=other']");
        window.awaitText("h1", "Another network");
        type(window, "[id='form:number']", "1");
        type(window, "[id='form:name']", "Devnet");
        click(window, "[id='form:test']");
        type(window, "[id='form:nodes']", devnet.rpcUrl().toString());
        window.click("[id='form:do']");
        window.awaitText(".error", "gives no usable answer");
        judge(window, "network-refused");
        window.type("[id='form:number']", "31337");
        click(window, "[id='form:do']");
    }

    private void asset(Window window) {
        window.awaitText("h1", "Add an asset");
        judge(window, "asset");
        click(window, "a[href*='coin=']");
        window.awaitText("h1", "The coin on Devnet");
        window.type("[id='form:address']", SECRET);
        window.click("[id='form:do']");
        window.awaitText(".error", "a private key or a recovery phrase must never be entered");
        assertTrue(bare.log().lines().stream().noneMatch(line -> line.contains(SECRET)), "the secret is in the log");
        type(window, "[id='form:address']", devnet.merchant());
        type(window, "[id='form:rate']", "2500");
        judge(window, "asset-form");
        click(window, "[id='form:do']");
    }

    private void store(Window window) {
        window.awaitText("h1", "Add a store");
        type(window, "[id='form:name']", "Paper & Ink");
        type(window, "[id='form:shop']", bare.store());
        judge(window, "store");
        click(window, "[id='form:do']");
        window.awaitText("#told", "imtoken.shop.base-url=" + bare.address());
        judge(window, "store-told");
        Matcher found = Pattern.compile("api-key=(\\S+)").matcher(window.text("#told"));
        assertTrue(found.find(), "no key");
        key = found.group(1);
        click(window, "a.button");
    }

    private URI order(Window window) {
        Await.until("the network is read", Window.PATIENCE, () -> {
            window.open(admin("try.xhtml"));
            return window.isShown("[id='form:do']");
        });
        judge(window, "try");
        click(window, "[id='form:do']");
        Await.until(
                "the checkout page is there",
                Window.PATIENCE,
                () -> window.address().getPath().contains("/pay/"));
        return window.address();
    }

    private void signIn(Window window) {
        type(window, "[id$=name]", AdminScreens.OWNER);
        type(window, "[id$=password]", AdminScreens.PASSWORD);
        click(window, "[id$=enter]");
    }

    private void type(Window window, String field, String text) {
        steps++;
        window.type(field, text);
    }

    private void click(Window window, String what) {
        steps++;
        window.click(what);
    }

    private URI admin(String page) {
        return URI.create(bare.address() + "/admin/" + page);
    }

    private static void judge(Window window, String page) {
        assertEquals(List.of(), Judge.barriers(window), page);
        assertEquals(List.of(), window.errors(), page);
        window.picture(PICTURES.resolve("admin-set-up-" + page + ".png"));
    }
}
