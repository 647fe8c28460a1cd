package imtokenpay.admin.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.merchant.Owner.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each page and each button beside each role. What is made and forgotten here fails.
class PermitsTest {
    private static final Path ADMIN = Path.of("src/main/resources/META-INF/resources/admin");
    private static final Path JAVA = Path.of("src/main/java");
    private static final Pattern PART = Pattern.compile("(?:src|template)=\"/admin/([a-z-]+)\\.xhtml\"");
    private static final Pattern ACTION = Pattern.compile("action=\"#\\{([^}]*)}\"");
    private static final Pattern ADDRESS = Pattern.compile("\"(/admin[a-z/-]*)\"");
    private static final Pattern LISTENER =
            Pattern.compile("actionListener|listener=|<f:ajax|<p:ajax|<p:command|<p:remote|<p:poll|valueChange");
    // Owner, operator, support, auditor, suspended: what each may open and do.
    private static final String EXPECTED = """
            index o p - a -                   payments o p s a -                payment o p s a -
            inbox o p s a -                   refunds o p s a -                 webhooks o p - a -
            keys o - - a u                    campaigns o p - a -               reports o p - a -
            report o p - a -                  assets o p - a -                  start o - - a -
            set-network o - - - -             set-asset o p - - -               set-store o - - - -
            try o p - - -                     changes o p s a u                 owners o p s a u
            factor o p s a u                  audit o - - a -                   login o p s a u
            setup o p s a u                   decision.accept() o p - - -       decision.close() o p - - -
            credit.credit() o p - - -         recordRefund.record() o p - - -   cancelRefund.cancel() o p - - -
            newCampaign.make() o p - - -      campaigns.end() o p - - -         mend.redeliver() o p - - -
            mend.enable() o p - - -           trial.make() o p - - -            newAsset.keep() o p - - -
            reports.download() o p - a -      audit.check() o - - a -           network.keep() o - - - -
            newStore.keep() o - - - -         start.remove() o - - - -          assets.save() o - - - -
            changes.approve() o - - - -       changes.stop() o - - - u          newKey.make() o - - - -
            keys.revoke() o - - - u           owners.add() o - - - -            owners.remove() o - - - u
            owners.assign() o - - - -         owners.suspend() o - - - u        factor.reset() o - - - -
            owners.change() o p s a u         factor.begin() o p s a u          factor.callOff() o p s a u
            factor.confirm() o p s a u        factor.switchOff() o p s a u      login.leave() o p s a u
            login.enter() o p s a u           login.skip() o p s a u            setUp.makeOwner() o p s a u
            setUp.skip() o p s a u
            change-store o - - - -            store.keep() o - - - -
            saved.save() o p s a -            saved.delete() o p s a -          explain.again() o p - - -
            """;
    private static final Map<String, Role> LETTERS =
            Map.of("o", Role.OWNER, "p", Role.OPERATOR, "s", Role.SUPPORT, "a", Role.AUDITOR, "u", Role.SUSPENDED);

    @Test
    void each_role_may_open_and_do_what_stands_here_and_no_more() {
        var expected = expected();
        for (var name : expected.keySet()) {
            for (var role : Role.values()) {
                var may = name.endsWith(")")
                        ? Permits.allows(name, Optional.of(role))
                        : Permits.opens("/admin/" + name + ".xhtml", role);
                assertEquals(expected.get(name).contains(role), may, name + " of " + role);
            }
        }
        var all = new TreeSet<>(Permits.PAGES.keySet());
        all.addAll(Permits.DOORS);
        all.addAll(Permits.DEEDS.keySet());
        all.addAll(Permits.KNOCKS);
        assertEquals(new TreeSet<>(expected.keySet()), all);
    }

    @Test
    void every_page_that_there_is_stands_in_the_table() {
        var parts = texts().stream().flatMap(text -> found(PART, text)).collect(Collectors.toSet());
        var pages = files(ADMIN, ".xhtml")
                .map(file -> file.getFileName().toString().replace(".xhtml", ""))
                .filter(name -> !parts.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        pages.add("report");
        var known = new TreeSet<>(Permits.PAGES.keySet());
        known.addAll(Permits.DOORS);
        assertEquals(known, pages);
        assertTrue(parts.containsAll(Set.of("frame", "door")), parts.toString());
        for (var part : parts) {
            assertFalse(Permits.opens("/admin/" + part + ".xhtml", Role.OWNER), part + " is no page");
        }
    }

    @Test
    void every_button_that_there_is_stands_in_the_table_and_nothing_else_acts() {
        var deeds =
                texts().stream().flatMap(text -> found(ACTION, text)).collect(Collectors.toCollection(TreeSet::new));
        var known = new TreeSet<>(Permits.DEEDS.keySet());
        known.addAll(Permits.KNOCKS);
        assertEquals(known, deeds);
        for (var text : texts()) {
            assertFalse(LISTENER.matcher(text).find(), "something acts that no role is asked for: " + text);
        }
    }

    @Test
    void every_address_of_a_servlet_leads_to_a_page_of_the_table() {
        var addresses = files(JAVA, ".java")
                .map(PermitsTest::text)
                .filter(text -> text.contains("@WebServlet"))
                .flatMap(text -> found(ADDRESS, text))
                .collect(Collectors.toSet());
        assertTrue(addresses.contains("/admin/report") && addresses.contains("/admin"), addresses.toString());
        for (var address : addresses) {
            assertTrue(Permits.opens(address, Role.OWNER), address);
        }
    }

    @Test
    void what_nobody_knows_is_for_nobody() {
        for (var path : List.of("/admin/nothing.xhtml", "/admin/owners.xhtml/x", "/admin/Owners.xhtml", "/admin//x")) {
            assertFalse(Permits.opens(path, Role.OWNER), path);
        }
        for (var deed : List.of("", "owners.all()", "owners.add", "decision.accept() ")) {
            assertFalse(Permits.allows(deed, Optional.of(Role.OWNER)), deed);
        }
        assertFalse(Permits.allows("owners.change()", Optional.empty()));
        assertTrue(Permits.allows("login.enter()", Optional.empty()));
    }

    @Test
    void each_role_begins_at_a_page_that_it_may_open() {
        for (var role : Role.values()) {
            assertTrue(Permits.opens("/admin/" + Permits.first(role) + ".xhtml", role), role.word());
        }
    }

    private static Map<String, Set<Role>> expected() {
        return found(Pattern.compile("(\\S{2,}(?: [opsau-]){5})"), EXPECTED)
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(parts -> parts[0], PermitsTest::roles));
    }

    private static Set<Role> roles(String[] parts) {
        return Arrays.stream(parts)
                .skip(1)
                .filter(LETTERS::containsKey)
                .map(LETTERS::get)
                .collect(Collectors.toSet());
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }

    private static List<String> texts() {
        return files(ADMIN, ".xhtml").map(PermitsTest::text).toList();
    }

    private static Stream<Path> files(Path folder, String end) {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(end)).toList().stream();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
