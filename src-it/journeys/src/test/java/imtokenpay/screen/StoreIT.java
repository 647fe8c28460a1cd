package imtokenpay.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.outside.AdminScreens;
import imtokenpay.screen.Window.Device;
import imtokenpay.story.Devnet;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// A store that was set up in the browser is changed there.
@TestInstance(Lifecycle.PER_CLASS)
class StoreIT {
    private static final String PAGE = "change-store.xhtml?id=paper";
    private static final List<String> ABSURD = List.of("ftp://shop.example", "javascript:alert(1)", "shop", "http://");

    private final Devnet devnet = Devnet.open(false, Optional.of(Duration.ofSeconds(1)));
    private final BarePlugin bare = BarePlugin.start();
    private final AdminScreens screens = new AdminScreens(bare.address(), bare::token);

    @BeforeAll
    void a_shop_that_is_set_up() {
        Map<String, String> node = Map.of("form:number", "31337", "form:name", "Devnet", "nodes", address(devnet));
        screens.setUp("set-network.xhtml?on=other", node);
        Map<String, String> coin = Map.of("address", devnet.merchant(), "rate", "2500", "symbol", "ETH");
        screens.setUp("set-asset.xhtml?coin=" + Devnet.CHAIN, coin);
        screens.setUp("set-store.xhtml", Map.of("form:name", "Paper", "shop", bare.store()));
        screens.setUp("set-store.xhtml", Map.of("form:name", "Ink", "shop", "https://ink.example"));
    }

    @Test
    void its_name_addresses_and_secret_are_changed_and_what_is_not_touched_stays() {
        try (Window window = entered(Device.PHONE)) {
            window.open(admin("start.xhtml"));
            window.click("[data-thing=paper] a[href^='change-store']");
            window.awaitText("h1", "Change a store");
            DeskIT.judge(window, Device.PHONE, "change-store");
            window.type("[id='form:name']", "Paper & Pens");
            window.type("[id='form:zone']", "Asia/Singapore");
            window.type("[id='form:origins']", "https://shop.example/books\nhttps://www.shop.example");
            window.click("[id='form:do']");
            window.awaitText(".saved", "Kept, and in use.");
            window.awaitText("[data-thing=paper]", "Paper & Pens");
            window.awaitText("[data-thing=paper]", bare.store() + "/imtoken/webhook");
            window.open(admin(PAGE));
            assertEquals(
                    "https://shop.example https://www.shop.example",
                    String.valueOf(window.run("return document.getElementById('form:origins').value"))
                            .replaceAll("\\s+", " "));
            assertEquals("Asia/Singapore", window.attribute("[id='form:zone']", "value"));
            assertFalse(window.isEnabled("[id='form:secret:2']"), "there is one secret");
            window.click("[id='form:secret:1']");
            window.click("[id='form:do']");
            window.awaitText("#told", "imtoken.shop.webhook-secret=whsec_");
            DeskIT.judge(window, Device.PHONE, "change-store-told");
            window.open(admin(PAGE));
            assertTrue(window.isEnabled("[id='form:secret:2']"), "there are two");
            window.click("[id='form:secret:2']");
            window.click("[id='form:do']");
            window.awaitText(".saved", "Kept, and in use.");
            window.open(admin(PAGE));
            assertFalse(window.isEnabled("[id='form:secret:2']"), "the old one is still there");
        }
    }

    @Test
    void nothing_hostile_or_absurd_is_kept() {
        Map<String, String> good = Map.of(
                "origins",
                "https://shop.example",
                "webhook",
                bare.store() + "/imtoken/webhook",
                "zone",
                "Europe/Zurich");
        for (String text :
                Stream.concat(HostileTexts.ways().stream(), ABSURD.stream()).toList()) {
            for (String field : good.keySet()) {
                Map<String, String> fields = new HashMap<>(good);
                fields.put(field, text);
                String shown = screens.setUp(PAGE, fields).text();
                assertTrue(shown.contains("class=\"error\""), () -> field + "=" + text + ": " + shown);
                assertTrue(!text.contains("<") || !shown.contains(text), () -> "runs " + field + "=" + text);
            }
        }
        for (String name : List.of("", " ", "Ink")) {
            String shown = screens.setUp(PAGE, Map.of("form:name", name)).text();
            assertTrue(shown.contains("class=\"error\""), () -> "keeps the name " + name);
        }
        assertTrue(screens.shown("change-store.xhtml?id=none").text().contains("There is no such store here."));
    }

    private static String address(Devnet devnet) {
        return devnet.rpcUrl().toString();
    }

    private Window entered(Device device) {
        Window window = Window.on(device).open(admin("login.xhtml"));
        window.type("[id$=name]", AdminScreens.OWNER);
        window.type("[id$=password]", AdminScreens.PASSWORD);
        window.click("[id$=enter]");
        window.awaitText(".who", AdminScreens.OWNER);
        return window;
    }

    private URI admin(String page) {
        return URI.create(bare.address() + "/admin/" + page);
    }

    @AfterAll
    void stop() {
        bare.close();
        devnet.close();
    }
}
