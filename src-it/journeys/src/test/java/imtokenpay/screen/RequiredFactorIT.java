package imtokenpay.screen;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.demo.DemoWorld;
import imtokenpay.demo.Plan;
import imtokenpay.outside.AdminScreens;
import imtokenpay.screen.Window.Device;
import imtokenpay.server.Built;
import imtokenpay.server.Folder;
import imtokenpay.server.Ports;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A shop whose owners must have a second factor.
class RequiredFactorIT {
    private static final int FIRST_PORT = 18_700;
    private static final Map<String, String> REQUIRED = Map.of("imtoken.admin.second-factor", "required");
    private static final List<String> CLOSED =
            List.of("index.xhtml", "owners.xhtml", "keys.xhtml", "inbox", "report?kind=balance", "nothing.xhtml");

    // What comes back to a form of that page, wherever that leads.
    private static final String SENT = """
            const done = arguments[arguments.length - 1];
            fetch(arguments[0], {method: 'POST', body: new URLSearchParams({name: 'eve'})})
              .then((answer) => done(answer.url));
            """;

    @Test
    void whoever_has_none_can_do_nothing_but_switch_it_on() {
        var home = Folder.fresh(Built.here().root().resolve("src-it/journeys/target/required"));
        var plan = Plan.brisk(home, Ports.freeFrom(FIRST_PORT)).with(REQUIRED);
        try (DemoWorld world = DemoWorld.open(plan, line -> {})) {
            AdminScreens admin = world.server().admin();
            assertTrue(admin.inbox().contains("no other page opens"));
            try (Window owner = Window.on(Device.PHONE).open(admin.address("login.xhtml"))) {
                owner.type("[id='login:name']", AdminScreens.OWNER);
                owner.type("[id='login:password']", AdminScreens.PASSWORD);
                owner.click("[id='login:enter']");
                owner.awaitText("h1", "Second factor");
                DeskIT.judge(owner, Device.PHONE, "factor-required");
                for (String page : CLOSED) {
                    owner.open(admin.address(page));
                    owner.awaitText(".advice", "no other page opens");
                    String led = String.valueOf(
                            owner.runAsync(SENT, admin.address(page).toString()));
                    assertTrue(led.endsWith("/admin/factor.xhtml"), page + " leads to " + led);
                }
                var kit = FactorIT.switchedOn(owner, Device.PHONE, AdminScreens.PASSWORD);
                assertThrows(AssertionError.class, admin::inbox, "his password alone opens nothing any more");
                owner.open(admin.address("owners.xhtml"));
                owner.awaitText("h1", "People");
                owner.open(admin.address("factor.xhtml"));
                FactorIT.end(owner, AdminScreens.PASSWORD, kit.recovery().getFirst());
                owner.open(admin.address("inbox.xhtml"));
                owner.awaitText(".advice", "no other page opens");
            }
        }
    }
}
