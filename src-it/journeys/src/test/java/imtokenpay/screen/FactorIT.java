package imtokenpay.screen;

import static imtokenpay.screen.Counter.counter;
import static imtokenpay.screen.DeskIT.NEW_PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.outside.AdminScreens;
import imtokenpay.outside.Await;
import imtokenpay.screen.Window.Device;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The second factor of owners in a real browser.
@ExtendWith(Counter.Opened.class)
class FactorIT {
    private static final String WRONG = "Name, password or code is wrong.";

    private static final String IS_ANOTHER =
            "return document.readyState === 'complete' && !document.body.dataset.before";

    // As a form of another site would send it: with the owner's cookie, and without what only our own pages know.
    private static final String FORGED = """
            const done = arguments[arguments.length - 1];
            fetch('factor.xhtml', {method: 'POST', body: new URLSearchParams(arguments[0])})
              .then((answer) => answer.text()).then(done);
            """;

    @BeforeAll
    static void somebody_may_enter() {
        counter().admin().inbox();
    }

    /// What a person has after it was switched on.
    record Kit(Phone phone, String used, List<String> recovery) {}

    @Test
    void an_owner_switches_it_on_and_off_and_no_other_site_does() {
        String name = letIn("mia");
        try (Window mia = DeskIT.entered(Device.DESKTOP, name, NEW_PASSWORD)) {
            mia.click(".advice a");
            mia.awaitText("h2", "Switch it on");
            DeskIT.judge(mia, Device.DESKTOP, "factor-off");
            begin(mia, "not my password");
            mia.awaitText(".error", "Your own password is wrong.");
            List<String> recovery =
                    switchedOn(mia, Device.DESKTOP, NEW_PASSWORD).recovery();
            mia.open(page("factor"));
            mia.awaitText("#left", "10");
            DeskIT.judge(mia, Device.DESKTOP, "factor-on");
            mia.runAsync(
                    FORGED,
                    Map.of(
                            "ending",
                            "ending",
                            "ending:mine",
                            NEW_PASSWORD,
                            "ending:code",
                            recovery.getFirst(),
                            "ending:do",
                            "Switch off"));
            mia.open(page("factor"));
            mia.awaitText("#left", "10");
            end(mia, "not my password", recovery.getFirst());
            mia.awaitText(".error", "Your own password is wrong.");
            end(mia, NEW_PASSWORD, "000000");
            mia.awaitText(".error", "The code is wrong, or was used before.");
            end(mia, NEW_PASSWORD, recovery.getFirst());
            mia.awaitText(".saved", "Your second factor is off");
            mia.open(page("index"));
            mia.awaitText(".advice", "Switch on a second factor");
        }
    }

    @Test
    void whoever_has_one_needs_it_from_then_on() {
        String name = letIn("eva");
        try (Window eva = DeskIT.entered(Device.DESKTOP, name, NEW_PASSWORD);
                Window thief = DeskIT.entered(Device.DESKTOP, name, NEW_PASSWORD)) {
            eva.open(page("factor"));
            Kit kit = switchedOn(eva, Device.DESKTOP, NEW_PASSWORD);
            thief.open(page("inbox"));
            thief.awaitText("h1", "Log in");
            for (String code : List.of("", kit.phone().wrongCode(), kit.used())) {
                enter(thief, name, code);
                thief.awaitText(".error", WRONG);
            }
            thief.open(page("inbox"));
            thief.awaitText("h1", "Log in");
            eva.open(page("inbox"));
            eva.awaitText("h1", "Inbox");
            leave(eva);
            DeskIT.judge(eva, Device.DESKTOP, "login");
            // What the phone shows next is taken, too, so nobody has to wait for it here.
            enter(eva, name, kit.phone().code(1));
            eva.awaitText(".who", name);
            leave(eva);
            enter(eva, name, kit.recovery().getFirst().toLowerCase(Locale.ROOT));
            eva.awaitText(".who", name);
            leave(eva);
            enter(eva, name, kit.recovery().getFirst());
            eva.awaitText(".error", WRONG);
            enter(eva, name, kit.recovery().get(1));
            eva.open(page("factor"));
            eva.awaitText("#left", "8");
        }
    }

    @Test
    void a_colleague_resets_the_second_factor_of_somebody_who_lost_his_phone() {
        String name = letIn("leo & sons");
        try (Window leo = DeskIT.entered(Device.PHONE, name, NEW_PASSWORD);
                Window owner = DeskIT.signedIn(Device.PHONE)) {
            leo.open(page("factor"));
            switchedOn(leo, Device.PHONE, NEW_PASSWORD);

            owner.open(page("owners"));
            DeskIT.judge(owner, Device.PHONE, "owners-with-factor");
            owner.click("[data-owner='" + name + "'] a[href^='factor']");
            owner.awaitText("h2", "Switch off the second factor of " + name);
            DeskIT.judge(owner, Device.PHONE, "factor-reset");
            owner.type("[id='resetting:mine']", "not my password");
            owner.click("[id='resetting:do']");
            owner.awaitText(".error", "Your own password is wrong.");
            owner.type("[id='resetting:mine']", AdminScreens.PASSWORD);
            owner.click("[id='resetting:do']");
            owner.awaitText(".saved", "has no second factor any more");
            leo.open(page("inbox"));
            leo.awaitText("h1", "Log in");
            enter(leo, name, "");
            leo.awaitText(".who", name);
        }
    }

    /// Switches it on, on its page.
    static Kit switchedOn(Window window, Device device, String password) {
        begin(window, password);
        window.awaitText("h2", "Scan, then type");
        DeskIT.judge(window, device, "factor-scan");
        String scanned = Judge.read(window, window.attribute("img.code", "src"));
        assertEquals(window.attribute("a[href^=otpauth]", "href"), scanned);
        assertTrue(scanned.contains("secret=" + window.text("#secret").replace(" ", "")), scanned);
        Phone phone = Phone.scanning(scanned);
        confirm(window, phone.wrongCode());
        window.awaitText(".error", "This is not the code");
        String used = phone.code(0);
        confirm(window, used);
        window.awaitText("h2", "It is on");
        DeskIT.judge(window, device, "factor-codes");
        List<String> recovery = List.of(window.text(".recovery").split("\\s+"));
        assertEquals(10, recovery.size());
        return new Kit(phone, used, recovery);
    }

    private static URI page(String name) {
        return counter().admin().address(name + ".xhtml");
    }

    private static String letIn(String first) {
        String name = first + System.nanoTime();
        try (Window owner = DeskIT.signedIn(Device.DESKTOP)) {
            owner.open(page("owners"));
            DeskIT.fill(owner, name, AdminScreens.PASSWORD);
            owner.awaitText(".owners", name);
        }
        return name;
    }

    private static void enter(Window window, String name, String code) {
        window.type("[id='login:name']", name);
        window.type("[id='login:password']", NEW_PASSWORD);
        window.type("[id='login:code']", code);
        press(window, "[id='login:enter']");
    }

    // The page that follows may look like the one before, so that is marked.
    private static void press(Window window, String button) {
        window.run("document.body.dataset.before = 'yes'");
        window.click(button);
        Await.until("another page is there", Window.PATIENCE, () -> Boolean.TRUE.equals(window.run(IS_ANOTHER)));
    }

    private static void leave(Window window) {
        window.click("[id='session:leave']");
        window.awaitText("h1", "Log in");
    }

    private static void begin(Window window, String password) {
        window.type("[id='beginning:mine']", password);
        press(window, "[id='beginning:do']");
    }

    private static void confirm(Window window, String code) {
        window.type("[id='confirming:code']", code);
        press(window, "[id='confirming:do']");
    }

    static void end(Window window, String password, String code) {
        window.type("[id='ending:mine']", password);
        window.type("[id='ending:code']", code);
        press(window, "[id='ending:do']");
    }
}
