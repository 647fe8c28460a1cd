package imtokenpay.screen;

import static imtokenpay.screen.Counter.counter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.outside.AdminScreens;
import imtokenpay.outside.Await;
import imtokenpay.outside.Checkout;
import imtokenpay.screen.Window.Device;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What people of each role can open on a real server, whatever they type or send.
@ExtendWith(Counter.Opened.class)
class RolesIT {
    private static final List<String> PAGES = List.of(
            "index.xhtml",
            "payments.xhtml",
            "payment.xhtml",
            "inbox.xhtml",
            "refunds.xhtml",
            "webhooks.xhtml",
            "keys.xhtml",
            "campaigns.xhtml",
            "reports.xhtml",
            "report?kind=balance",
            "assets.xhtml",
            "start.xhtml",
            "set-network.xhtml",
            "set-asset.xhtml",
            "set-store.xhtml",
            "change-store.xhtml",
            "try.xhtml",
            "changes.xhtml",
            "owners.xhtml",
            "factor.xhtml",
            "audit.xhtml",
            "keys",
            "audit",
            "frame.xhtml",
            "nothing.xhtml");
    private static final Set<String> FOR_EVERYBODY = Set.of("changes.xhtml", "owners.xhtml", "factor.xhtml");
    private static final Set<String> FOR_ALL =
            Set.of("payments.xhtml", "payment.xhtml", "inbox.xhtml", "refunds.xhtml");
    private static final Set<String> TO_READ = Set.of(
            "index.xhtml", "webhooks.xhtml", "campaigns.xhtml", "reports.xhtml", "report?kind=balance", "assets.xhtml");
    private static final Set<String> TO_CHECK = Set.of("keys.xhtml", "start.xhtml", "audit.xhtml", "keys", "audit");
    private static final Set<String> TO_SELL = Set.of("set-asset.xhtml", "try.xhtml");
    private static final Set<String> TO_OWN = Set.of("set-network.xhtml", "set-store.xhtml", "change-store.xhtml");
    private static final List<String> ROLES = List.of("owner", "operator", "support", "auditor");

    // How the server answers to a page's address, asked for and sent to.
    private static final String ANSWERS = """
            const done = arguments[arguments.length - 1];
            const asked = fetch(arguments[0]);
            const sent = fetch(arguments[0], {method: 'POST', body: new URLSearchParams({name: 'eve'})});
            Promise.all([asked, sent]).then((both) => done(both.map((one) => one.status + ' ' + one.url).join(' ')));
            """;

    // The page's own form of its session, with a button that is not on it.
    private static final String FORGED = """
            const done = arguments[arguments.length - 1];
            const sent = new URLSearchParams(new FormData(document.getElementById('session')));
            Object.entries(arguments[0]).forEach(([name, value]) => sent.set(name, value));
            fetch(location.href, {method: 'POST', body: sent}).then((answer) => done(String(answer.status)));
            """;

    @BeforeAll
    static void somebody_may_enter() {
        counter().admin().inbox();
    }

    @Test
    void each_role_opens_its_pages_and_no_other_and_is_shown_no_other() {
        try (Window owner = DeskIT.signedIn(Device.DESKTOP)) {
            judge(owner, "owner");
            for (String role : ROLES.subList(1, ROLES.size())) {
                String name = letIn(owner, role);
                try (Window window = DeskIT.entered(Device.DESKTOP, name, DeskIT.NEW_PASSWORD)) {
                    judge(window, role);
                    // The browser tells of each refusal.
                    window.errors();
                    window.open(page("owners.xhtml"));
                    window.awaitText("h1", "People");
                    DeskIT.judge(window, Device.DESKTOP, "owners-" + role);
                    assertFalse(window.isShown("[id='adding:name']"));
                }
            }
        }
    }

    @Test
    void who_has_not_signed_in_opens_nothing() {
        try (Window nobody = Window.on(Device.DESKTOP).open(page("login.xhtml"))) {
            for (String one : PAGES) {
                String answers = answers(nobody, one);
                assertTrue(answers.matches("200 \\S+/admin/login.xhtml .*"), one + ": " + answers);
            }
        }
    }

    @Test
    void a_button_that_a_role_is_not_shown_does_nothing_when_it_is_sent() {
        URI cancelled = counter().inUsdt();
        new Checkout(cancelled).cancel();
        counter().devnet().sendUsdt(new Checkout(cancelled).address(), new BigDecimal("1.5"));
        counter().devnet().mine(1);
        Await.until(
                "its money is seen",
                Window.PATIENCE,
                () -> new Checkout(cancelled).standing().equals("unresolved"));
        String payment = new Checkout(cancelled).paymentId();
        Map<String, String> closing =
                Map.of("decide", "decide", "decide:reason", "mine", "decide:close", "x", "payment", payment);
        try (Window owner = DeskIT.signedIn(Device.DESKTOP)) {
            for (String role : List.of("support", "auditor", "operator")) {
                String name = letIn(owner, role);
                try (Window window = DeskIT.entered(Device.PHONE, name, DeskIT.NEW_PASSWORD)) {
                    window.open(page("payment.xhtml?payment=" + payment));
                    window.awaitText("#why", "It was called off");
                    DeskIT.judge(window, Device.PHONE, "payment-" + role);
                    assertEquals(role.equals("operator"), window.isShown("[id='decide:close']"), role);
                    window.runAsync(FORGED, closing);
                    window.open(page("payment.xhtml?payment=" + payment));
                    window.awaitText(
                            "#why", role.equals("operator") ? "A person has ended the matter" : "It was called off");
                }
            }
        }
    }

    @Test
    void another_role_holds_from_the_next_step_on() {
        try (Window owner = DeskIT.signedIn(Device.DESKTOP)) {
            String name = letIn(owner, "operator");
            try (Window window = DeskIT.entered(Device.DESKTOP, name, DeskIT.NEW_PASSWORD)) {
                owner.open(page("owners.xhtml"));
                owner.click("[data-owner='" + name + "'] a");
                owner.awaitText("h2", "Another role for " + name);
                owner.click("[id='removing:role:2']");
                owner.type("[id='removing:mine']", AdminScreens.PASSWORD);
                DeskIT.judge(owner, Device.DESKTOP, "owners-role");
                owner.click("[id='removing:assign']");
                owner.awaitText(".saved", "Done.");
                assertTrue(answers(window, "webhooks.xhtml").contains("/admin/login.xhtml"));
            }
            try (Window window = DeskIT.entered(Device.DESKTOP, name, DeskIT.NEW_PASSWORD)) {
                window.awaitText("h1", "Payments");
                assertTrue(answers(window, "webhooks.xhtml").startsWith("403 "));
            }
        }
    }

    @Test
    void an_owner_who_is_suspended_watches_and_suspends_and_ends_what_is_new_and_does_nothing_else() {
        try (Window owner = DeskIT.signedIn(Device.DESKTOP)) {
            String name = letIn(owner, "owner");
            String newcomer = letIn(owner, "operator");
            String key = counter().admin().keyThatOnlyLooks("till", "").getFirst();
            String other = letIn(owner, "owner");
            try (Window window = DeskIT.entered(Device.DESKTOP, name, DeskIT.NEW_PASSWORD)) {
                suspend(owner, name, AdminScreens.PASSWORD);
                assertTrue(answers(window, "changes.xhtml").contains("/admin/login.xhtml"), "his session goes on");
            }
            try (Window window = DeskIT.entered(Device.PHONE, name, DeskIT.NEW_PASSWORD)) {
                window.awaitText("h1", "Changes that wait");
                judge(window, "suspended");
                // The browser tells of each refusal.
                window.errors();
                window.open(page("owners.xhtml"));
                window.click("[data-owner='" + other + "'] a");
                window.awaitText("h2", "Suspend " + other);
                assertFalse(window.isShown("[id='removing:do']"));
                DeskIT.judge(window, Device.PHONE, "owners-by-suspended");
                suspend(window, other, DeskIT.NEW_PASSWORD);
                window.awaitText(".owners [data-owner='" + other + "']", "suspended");
                endNew(window, newcomer, key);
                window.awaitText("main", name + ", while suspended, removed " + newcomer);
                window.awaitText("main", name + ", while suspended, revoked the API key " + key);
            }
        }
    }

    private static void endNew(Window window, String newcomer, String key) {
        window.click("[data-owner='" + newcomer + "'] a");
        window.awaitText("h2", "Remove " + newcomer);
        DeskIT.judge(window, Device.PHONE, "owners-removed-by-suspended");
        window.type("[id='removing:mine']", DeskIT.NEW_PASSWORD);
        window.click("[id='removing:do']");
        window.awaitText(".saved", "Done.");
        window.open(page("keys.xhtml"));
        assertFalse(window.isShown("[id='make:name']"));
        DeskIT.judge(window, Device.PHONE, "keys-by-suspended");
        window.click("a[href='keys.xhtml?key=" + key + "']");
        window.awaitText("h2", "Revoke a key");
        window.click("[id='revoke:do']");
        window.awaitText(".saved", "The key opens nothing any more.");
    }

    private static void suspend(Window window, String name, String password) {
        window.open(page("owners.xhtml"));
        window.click("[data-owner='" + name + "'] a");
        window.awaitText("h2", name);
        window.type("[id='removing:mine']", password);
        window.click("[id='removing:suspend']");
        window.awaitText(".saved", "Done.");
    }

    private static void judge(Window window, String role) {
        for (String one : PAGES) {
            String answers = answers(window, one);
            boolean isOpen = !answers.contains("403 ");
            boolean isRefused = answers.matches("403 \\S+ 403 .*");
            boolean isFirst =
                    one.equals("index.xhtml") && Set.of("support", "suspended").contains(role);
            assertTrue(isFirst || isOpen || isRefused, one + " of " + role + ": " + answers);
            assertEquals(
                    opens(one, role),
                    isFirst ? !answers.endsWith(" 403 " + page(one)) : isOpen,
                    one + " of " + role + ": " + answers);
        }
        Set<?> shown = Set.copyOf((List<?>) window.run(
                "return [...document.querySelectorAll('nav[aria-label=Admin] a')].map((a) => a.getAttribute('href'))"));
        for (Object one : shown) {
            assertTrue(opens(String.valueOf(one), role), one + " is shown to " + role);
        }
        assertTrue(shown.contains("owners.xhtml"), shown.toString());
        assertEquals(opens("payments.xhtml", role), shown.contains("payments.xhtml"), shown.toString());
    }

    private static boolean opens(String page, String role) {
        return FOR_EVERYBODY.contains(page)
                || FOR_ALL.contains(page) && !role.equals("suspended")
                || TO_READ.contains(page)
                        && Set.of("owner", "operator", "auditor").contains(role)
                || TO_CHECK.contains(page) && Set.of("owner", "auditor").contains(role)
                || Set.of("keys.xhtml", "keys").contains(page) && role.equals("suspended")
                || TO_SELL.contains(page) && Set.of("owner", "operator").contains(role)
                || TO_OWN.contains(page) && role.equals("owner");
    }

    private static String answers(Window window, String page) {
        return String.valueOf(window.runAsync(ANSWERS, page(page).toString()));
    }

    private static String letIn(Window owner, String role) {
        String name = role + System.nanoTime();
        owner.open(page("owners.xhtml"));
        DeskIT.fill(owner, name, AdminScreens.PASSWORD, ROLES.indexOf(role));
        owner.awaitText(".owners", name);
        return name;
    }

    private static URI page(String page) {
        return counter().admin().address(page);
    }
}
