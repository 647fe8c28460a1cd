package imtokenpay.screen;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import imtokenpay.outside.AdminScreens;
import imtokenpay.outside.Await;
import imtokenpay.screen.Window.Device;
import imtokenpay.story.Devnet;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// A shop that sells, and somebody who wants its money to go elsewhere.
@TestInstance(Lifecycle.PER_CLASS)
class GuardIT {
    private static final String THEIRS = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359";
    private static final String BEN = "ben";

    private final EmbeddedPostgres postgres = postgres();
    private final Devnet devnet = Devnet.open(false, Optional.of(Duration.ofSeconds(1)));
    private final GreenMail mail = mail();
    private final BarePlugin bare = BarePlugin.start(Map.ofEntries(
            Map.entry("imtoken.db.url", postgres.getJdbcUrl("postgres", "postgres")),
            Map.entry("imtoken.db.class", "org.postgresql.ds.PGSimpleDataSource"),
            Map.entry("imtoken.db.user", "postgres"),
            Map.entry("imtoken.db.password", "postgres"),
            Map.entry("imtoken.settings.key", "A".repeat(43) + "="),
            Map.entry("imtoken.mail.host", "127.0.0.1"),
            Map.entry("imtoken.mail.port", String.valueOf(mail.getSmtp().getPort())),
            Map.entry("imtoken.mail.tls", "none"),
            Map.entry("imtoken.mail.from", "pay@shop.example"),
            Map.entry("imtoken.mail.to", "anna@shop.example")));
    private final AdminScreens screens = new AdminScreens(bare.address(), bare::token);

    @Test
    void another_receiving_address_waits_until_another_owner_approves_it() throws SQLException {
        sell();
        try (Window anna = entered(Device.DESKTOP, AdminScreens.OWNER, AdminScreens.PASSWORD)) {
            askForAddress(anna);
            letIn(anna);
        }
        try (Window ben = entered(Device.PHONE, BEN, DeskIT.NEW_PASSWORD)) {
            ben.awaitText(".waiting", "to change ETH on Devnet: receiving address from " + devnet.merchant());
            DeskIT.judge(ben, Device.PHONE, "index-waiting");
            ben.open(admin("changes.xhtml"));
            ben.awaitText("main", "to make ben an owner");
            assertFalse(ben.isShown("[data-subject] a"), "an operator may decide");
        }
        inDatabase("update shop_owner set role = 'owner', owner_since = current_timestamp where name = 'ben'");
        try (Window ben = entered(Device.PHONE, BEN, DeskIT.NEW_PASSWORD)) {
            decide(ben);
            assertFalse(ben.isShown("[id='deciding:approve']"), "who was let in since may approve");
            inDatabase("update shop_owner set owner_since = null");
            approve(ben);
            ben.open(admin("owners.xhtml"));
            DeskIT.fill(ben, "olga", DeskIT.NEW_PASSWORD, 1);
            ben.awaitText(".owners", "olga");
            ben.open(admin("audit.xhtml"));
            ben.awaitText("main", "change asked");
            ben.awaitText("main", "change approved");
            ben.awaitText("main", "asked for on");
            try (Window olga = entered(Device.PHONE, "olga", DeskIT.NEW_PASSWORD)) {
                setPrice(olga);
            }
            suspend(ben);
        }
        try (Window anna = entered(Device.DESKTOP, AdminScreens.OWNER, AdminScreens.PASSWORD)) {
            stopAll(anna);
        }
    }

    private void askForAddress(Window anna) {
        ask(anna);
        anna.awaitText(".saved", "Not in use yet");
        anna.awaitText("main", "receiving address from " + devnet.merchant() + " to " + THEIRS);
        DeskIT.judge(anna, Device.DESKTOP, "changes-waiting");
        awaitMail(1, "owner asked on ", "receiving address from " + devnet.merchant() + " to " + THEIRS);
        assertTrue(start().contains(devnet.merchant()), "it is in use already");
        assertFalse(start().contains("<span class=\"mono wrap\">" + THEIRS), "it is in use already");
        ask(anna);
        anna.awaitText(".error", "has asked for another change of the same");
    }

    private void letIn(Window anna) {
        anna.open(admin("owners.xhtml"));
        DeskIT.fill(anna, BEN, AdminScreens.PASSWORD);
        anna.awaitText(".saved", "Not an owner yet");
        anna.awaitText("main", "to make ben an owner");
        DeskIT.judge(anna, Device.DESKTOP, "changes-person");
        awaitMail(2, "owner has let ben enter, with the role operator.", "/admin/owners.xhtml");
        awaitMail(3, "to make ben an owner.", "/admin/changes.xhtml");
    }

    private void approve(Window ben) {
        decide(ben);
        DeskIT.judge(ben, Device.PHONE, "changes-deciding");
        ben.click("[id='deciding:approve']");
        ben.awaitText(".saved", "Approved, and in use.");
        awaitMail(4, "ben has approved a change.", "Look: " + bare.address() + "/admin/changes.xhtml");
        assertTrue(start().contains("<span class=\"mono wrap\">" + THEIRS), "it is not in use");
    }

    private void stopAll(Window suspended) {
        suspended.awaitText("h1", "Changes that wait");
        suspended.awaitText(".advice", "You are suspended");
        suspended.awaitText("main", "ben suspended owner on ");
        suspended.awaitText("main", "It does not take effect: owner is no owner any more, or was none for a while.");
        DeskIT.judge(suspended, Device.DESKTOP, "changes-suspended");
        decide(suspended);
        suspended.click("[id='deciding:stop']");
        suspended.awaitText(".saved", "Stopped. Nothing was changed.");
    }

    private void suspend(Window ben) {
        ben.open(admin("owners.xhtml"));
        ben.click("[data-owner='" + AdminScreens.OWNER + "'] a");
        ben.awaitText("h2", "Another role for " + AdminScreens.OWNER);
        DeskIT.judge(ben, Device.PHONE, "owners-suspending");
        ben.type("[id='removing:mine']", DeskIT.NEW_PASSWORD);
        ben.click("[id='removing:suspend']");
        ben.awaitText(".saved", "Done.");
        ben.awaitText(".waiting", "ben suspended owner on ");
        DeskIT.judge(ben, Device.PHONE, "owners-suspended");
    }

    private void inDatabase(String statement) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var prepared = connection.prepareStatement(statement)) {
            assertTrue(prepared.executeUpdate() > 0, statement);
        }
    }

    private void setPrice(Window operator) {
        operator.open(admin("assets.xhtml"));
        DeskIT.judge(operator, Device.PHONE, "assets-operator");
        operator.click("main p a[href*='set-asset']");
        operator.awaitText("h1", "ETH on Devnet");
        assertFalse(operator.isEnabled("[id='form:address']"), "an operator may type an address");
        DeskIT.judge(operator, Device.PHONE, "set-asset-operator");
        operator.type("[id='form:rate']", "2400");
        operator.click("[id='form:do']");
        operator.awaitText("main", "Saved. It counts for payments");
        assertTrue(screens.shown("set-asset.xhtml?id=" + devnet.eth()).text().contains("value=\"2400\""));
    }

    private void awaitMail(int number, String... words) {
        Await.until(
                "mail " + number + " has arrived", Window.PATIENCE, () -> mail.getReceivedMessages().length >= number);
        // Long lines are broken by an equals sign at their end.
        String text =
                GreenMailUtil.getBody(mail.getReceivedMessages()[number - 1]).replaceAll("=\\r?\\n", "");
        for (String word : words) {
            assertTrue(text.contains(word), text);
        }
    }

    private void sell() {
        screens.setUp(
                "set-network.xhtml?on=other",
                Map.of(
                        "form:number",
                        "31337",
                        "form:name",
                        "Devnet",
                        "nodes",
                        devnet.rpcUrl().toString()));
        screens.setUp(
                "set-asset.xhtml?coin=" + Devnet.CHAIN,
                Map.of("address", devnet.merchant(), "rate", "2500", "symbol", "ETH"));
        screens.setUp("set-store.xhtml", Map.of("form:name", "Paper", "shop", bare.store()));
        try (Window window = entered(Device.DESKTOP, AdminScreens.OWNER, AdminScreens.PASSWORD)) {
            Await.until("the network is read", Window.PATIENCE, () -> {
                window.open(admin("try.xhtml"));
                return window.isShown("[id='form:do']");
            });
            window.click("[id='form:do']");
            Await.until(
                    "the checkout page is there",
                    Window.PATIENCE,
                    () -> window.address().getPath().contains("/pay/"));
            devnet.pay(window.address());
            window.awaitText("h1", "Paid");
        }
    }

    private void ask(Window window) {
        window.open(admin("set-asset.xhtml?id=" + devnet.eth()));
        window.type("[id='form:address']", THEIRS);
        window.click("[id='form:do']");
    }

    private void decide(Window window) {
        window.open(admin("changes.xhtml"));
        window.click("[data-subject] a");
        window.awaitText("h2", "Decide");
    }

    private String start() {
        return screens.shown("start.xhtml").text();
    }

    private Window entered(Device device, String name, String password) {
        Window window = Window.on(device).open(admin("login.xhtml"));
        window.type("[id$=name]", name);
        window.type("[id$=password]", password);
        window.click("[id$=enter]");
        window.awaitText(".who", name);
        return window;
    }

    private URI admin(String page) {
        return URI.create(bare.address() + "/admin/" + page);
    }

    @AfterAll
    void stop() throws IOException {
        bare.close();
        devnet.close();
        postgres.close();
        mail.stop();
    }

    private static GreenMail mail() {
        ServerSetup setUp = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setUp.setServerStartupTimeout(60_000);
        GreenMail server = new GreenMail(setUp);
        server.start();
        return server;
    }

    private static EmbeddedPostgres postgres() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
