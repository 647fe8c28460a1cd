package imtokenpay.admin.gate;

import static imtokenpay.merchant.Owner.Role.AUDITOR;
import static imtokenpay.merchant.Owner.Role.OPERATOR;
import static imtokenpay.merchant.Owner.Role.OWNER;
import static imtokenpay.merchant.Owner.Role.SUPPORT;
import static imtokenpay.merchant.Owner.Role.SUSPENDED;

import imtokenpay.merchant.Owner.Role;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which role may open which page and press which button. What does not stand here is for nobody: a test
/// finds each page and each button that was forgotten.
public final class Permits {
    private static final Set<Role> ALL = Set.of(OWNER, OPERATOR, SUPPORT, AUDITOR);
    // Himself, and what every page tells of, concerns even somebody who is suspended.
    private static final Set<Role> EVERYBODY = Set.of(Role.values());
    private static final Set<Role> WATCHING = Set.of(OWNER, SUSPENDED);
    private static final Set<Role> BUSINESS = Set.of(OWNER, OPERATOR);
    private static final Set<Role> READERS = Set.of(OWNER, OPERATOR, AUDITOR);
    private static final Set<Role> CHECKERS = Set.of(OWNER, AUDITOR);
    // Who is suspended sees the keys, and ends young ones and people who have just come.
    private static final Set<Role> KEEPERS = Set.of(OWNER, AUDITOR, SUSPENDED);
    private static final Set<Role> OWNERS = Set.of(OWNER);

    /// The pages, by their names.
    static final Map<String, Set<Role>> PAGES = Map.ofEntries(
            Map.entry("index", READERS),
            Map.entry("payments", ALL),
            Map.entry("payment", ALL),
            Map.entry("inbox", ALL),
            Map.entry("refunds", ALL),
            Map.entry("webhooks", READERS),
            Map.entry("keys", KEEPERS),
            Map.entry("campaigns", READERS),
            Map.entry("reports", READERS),
            // What the page reports is saved from.
            Map.entry("report", READERS),
            Map.entry("assets", READERS),
            Map.entry("start", CHECKERS),
            // They show the addresses of nodes, which may hold keys.
            Map.entry("set-network", OWNERS),
            Map.entry("set-asset", BUSINESS),
            Map.entry("set-store", OWNERS),
            Map.entry("change-store", OWNERS),
            Map.entry("try", BUSINESS),
            Map.entry("changes", EVERYBODY),
            Map.entry("owners", EVERYBODY),
            Map.entry("factor", EVERYBODY),
            Map.entry("audit", CHECKERS));

    /// The pages that somebody sees who has not signed in.
    static final Set<String> DOORS = Set.of("login", "setup");

    /// What buttons do, as the pages name it.
    static final Map<String, Set<Role>> DEEDS = Map.ofEntries(
            Map.entry("decision.accept()", BUSINESS),
            Map.entry("decision.close()", BUSINESS),
            Map.entry("credit.credit()", BUSINESS),
            Map.entry("explain.again()", BUSINESS),
            Map.entry("recordRefund.record()", BUSINESS),
            Map.entry("cancelRefund.cancel()", BUSINESS),
            Map.entry("newCampaign.make()", BUSINESS),
            Map.entry("campaigns.end()", BUSINESS),
            Map.entry("mend.redeliver()", BUSINESS),
            Map.entry("mend.enable()", BUSINESS),
            Map.entry("trial.make()", BUSINESS),
            // Of an operator, ChangeSettings takes prices alone.
            Map.entry("newAsset.keep()", BUSINESS),
            Map.entry("saved.save()", ALL),
            Map.entry("saved.delete()", ALL),
            Map.entry("reports.download()", READERS),
            Map.entry("audit.check()", CHECKERS),
            Map.entry("network.keep()", OWNERS),
            Map.entry("newStore.keep()", OWNERS),
            Map.entry("store.keep()", OWNERS),
            Map.entry("start.remove()", OWNERS),
            Map.entry("assets.save()", OWNERS),
            Map.entry("changes.approve()", OWNERS),
            Map.entry("changes.stop()", WATCHING),
            Map.entry("newKey.make()", OWNERS),
            Map.entry("keys.revoke()", WATCHING),
            Map.entry("owners.add()", OWNERS),
            Map.entry("owners.remove()", WATCHING),
            Map.entry("owners.assign()", OWNERS),
            Map.entry("owners.suspend()", WATCHING),
            Map.entry("factor.reset()", OWNERS),
            Map.entry("owners.change()", EVERYBODY),
            Map.entry("factor.begin()", EVERYBODY),
            Map.entry("factor.callOff()", EVERYBODY),
            Map.entry("factor.confirm()", EVERYBODY),
            Map.entry("factor.switchOff()", EVERYBODY),
            Map.entry("login.leave()", EVERYBODY));

    /// What the doors do, for everybody.
    static final Set<String> KNOCKS = Set.of("login.enter()", "login.skip()", "setUp.makeOwner()", "setUp.skip()");

    private Permits() {}

    /// Whether a page may be opened.
    ///
    /// @param path below the plugin's own address, such as `/admin/payments.xhtml`
    /// @param role of who has signed in
    public static boolean opens(String path, Role role) {
        var name = name(path);
        return DOORS.contains(name) || PAGES.getOrDefault(name, Set.of()).contains(role);
    }

    /// Whether a button may be pressed.
    ///
    /// @param deed what it does, such as `owners.add()`
    /// @param role of who has signed in; empty for nobody
    public static boolean allows(String deed, Optional<Role> role) {
        return KNOCKS.contains(deed)
                || role.filter(DEEDS.getOrDefault(deed, Set.of())::contains).isPresent();
    }

    /// The first page that a role sees.
    public static String first(Role role) {
        return Stream.of("index", "payments")
                .filter(page -> PAGES.getOrDefault(page, Set.of()).contains(role))
                .findFirst()
                .orElse("changes");
    }

    // The addresses that people type lead to the pages of the same names.
    private static String name(String path) {
        var name = path.replaceFirst("^/admin/?", "").replaceFirst("\\.xhtml$", "");
        return name.isEmpty() ? "index" : name;
    }
}
