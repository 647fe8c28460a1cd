package imtokenpay.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.flow.admin.ManageOwners.Outcome;
import imtokenpay.flow.factor.CheckCode;
import imtokenpay.flow.factor.FactorRule;
import imtokenpay.flow.factor.ManageFactor;
import imtokenpay.flow.factor.ShowFactor;
import imtokenpay.flow.people.OwnerNews.Event;
import imtokenpay.flow.people.OwnerNews.News;
import imtokenpay.merchant.Owner;
import imtokenpay.merchant.factor.FactorSecret;
import imtokenpay.merchant.factor.RecoveryCode;
import imtokenpay.merchant.factor.Totp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Second factors wherever they are kept: what is asked at the door, and what nobody can do twice.
public abstract class FactorContract extends StoreContract {
    private static final Instant START = Instant.parse("2026-11-30T10:00:00Z");
    private static final int AT_ONCE = 8;

    private final FactorSecret secret = FactorSecret.random(new Random(7));

    // A step later than the code that switches it on.
    private Instant now = START;
    private PeopleDesk people;
    private CheckCode check;
    private ManageFactor manage;
    private List<RecoveryCode> recovery = List.of();

    @BeforeEach
    void anna_has_one() {
        people = PeopleDesk.of(shelf());
        check = new CheckCode(shelf().factors(), shelf().audit(), () -> now, people.tell());
        manage = new ManageFactor(shelf().factors(), check, shelf().audit(), new Random(8), () -> now);
        commit(() -> shelf().owners().add(new Owner("anna", "hash")));
        commit(() -> shelf().owners().add(new Owner("ben", "hash")));
        recovery = ask(() -> manage.set("Anna", secret, code())).orElseThrow();
        now = now.plusSeconds(30);
    }

    @Test
    void who_has_one_needs_password_and_code_and_who_has_none_the_password() {
        assertFalse(admits("anna", true, ""));
        assertFalse(admits("ANNA", true, "000000"));
        assertFalse(admits("anna", false, code()));
        assertTrue(admits("ANNA", true, code()));
        assertTrue(admits("ben", true, ""));
        assertFalse(admits("ben", false, ""));
        assertFalse(admits("nobody", false, code()));
    }

    @Test
    void the_secret_cannot_be_read_in_the_database_nor_given_to_another_owner() {
        var kept = database().query("select secret from second_factor").getFirst();
        assertFalse(kept.contains(secret.hex()), kept);
        database().execute("delete from recovery_code", "update second_factor set owner = 'ben'");
        assertThrows(IllegalStateException.class, () -> admits("ben", true, code()));
    }

    @Test
    void the_code_that_switched_it_on_opens_nothing() {
        now = START;
        assertFalse(admits("anna", true, code()));
    }

    @Test
    void a_code_works_once_and_an_older_one_never_after() {
        var before = code();
        now = now.plusSeconds(30);
        assertTrue(admits("anna", true, code()));
        assertFalse(admits("anna", true, code()));
        assertFalse(admits("anna", true, before));
    }

    @Test
    void a_code_that_came_with_a_wrong_password_is_not_used_up() {
        assertFalse(admits("anna", false, code()));
        assertFalse(admits("anna", false, recovery.getFirst().text()));
        assertTrue(admits("anna", true, code()));
        assertTrue(admits("anna", true, recovery.getFirst().text()));
    }

    @Test
    void of_many_who_say_one_code_at_once_one_gets_in() {
        for (var turn = 0; turn < 20; turn++) {
            // Those who come too late have said a wrong code; after an hour that is forgotten.
            now = now.plus(Duration.ofHours(1));
            var code = code();
            var let = Crowd.of(AT_ONCE, i -> () -> admits("anna", true, code));
            assertEquals(1, Collections.frequency(let, true));
        }
    }

    @Test
    void of_many_who_say_one_recovery_code_at_once_one_gets_in() {
        for (var code : recovery) {
            var let = Crowd.of(AT_ONCE, i -> () -> admits("anna", true, code.text()));
            assertEquals(1, Collections.frequency(let, true));
        }
        assertEquals(0, ask(() -> shelf().factors().recoveryLeft("anna")));
    }

    @Test
    void many_guesses_at_once_are_counted_before_they_are_looked_at() {
        var right = code();
        Crowd.of(AT_ONCE, i -> () -> admits("anna", true, "wrong"));
        Crowd.of(AT_ONCE, i -> () -> admits("anna", true, "wrong"));
        assertFalse(admits("anna", true, right), "nobody may guess on");
        assertTrue(admits("anna", true, recovery.getFirst().text()), "but the owner has other means");
        now = now.plus(Duration.ofHours(1));
        assertTrue(admits("anna", true, code()));
    }

    @Test
    void whoever_has_no_password_keeps_nobody_out() {
        for (var i = 0; i < 30; i++) {
            assertFalse(admits("anna", false, "000000"));
        }
        assertTrue(admits("anna", true, code()));
    }

    @Test
    void it_is_switched_on_by_a_right_code_and_once() {
        var other = FactorSecret.random(new Random(9));
        assertEquals(Optional.empty(), ask(() -> manage.set("ben", other, "000000")));
        assertEquals(Optional.empty(), ask(() -> shelf().factors().since("ben")));
        assertEquals(Optional.empty(), ask(() -> manage.set("anna", other, Totp.code(other, Totp.step(now)))));
        assertTrue(admits("anna", true, code()), "it is still the first one");
        assertEquals(Set.of("anna"), ask(() -> shelf().factors().owners()));
        assertEquals(10, Set.copyOf(recovery).size());
    }

    @Test
    void it_is_switched_off_by_a_code_or_by_a_colleague() {
        assertFalse(ask(() -> manage.remove("anna", "000000")));
        assertFalse(ask(() -> manage.remove("ben", "")));
        assertEquals(
                Outcome.NOTHING, ask(() -> people.manage().reset("anna", "ANNA")), "nobody needs no code for himself");
        assertTrue(ask(() -> manage.remove("anna", code())));
        assertTrue(admits("anna", true, ""));
        now = now.plusSeconds(30);
        assertTrue(ask(() -> manage.set("anna", secret, code())).isPresent());
        assertEquals(Outcome.DONE, ask(() -> people.manage().reset("Anna", "ben")));
        assertEquals(Outcome.NOTHING, ask(() -> people.manage().reset("anna", "ben")));
        assertEquals(0, ask(() -> shelf().factors().recoveryLeft("anna")));
        assertEquals(
                List.of(
                        "Anna | second_factor_set | Anna | ",
                        "anna | second_factor_removed | anna | ",
                        "anna | second_factor_set | anna | ",
                        "ben | second_factor_removed | anna | by ben"),
                deeds());
    }

    @Test
    void a_recovery_code_leaves_a_row_and_never_the_code() {
        assertTrue(admits("anna", true, recovery.getFirst().text()));
        assertEquals("anna | recovery_code_used | anna | 9 left", deeds().getLast());
        assertEquals(
                List.of(Event.RECOVERY_CODE_USED),
                ask(() -> people.tell().shown()).stream().map(News::event).toList(),
                "every page tells of it");
        assertFalse(String.join("", deeds()).contains(recovery.getFirst().letters()));
        assertFalse(String.join("", deeds()).contains(secret.base32()));
    }

    @Test
    void an_owner_of_the_same_name_inherits_nothing() {
        commit(() -> people.manage().remove("anna", "ben"));
        commit(() -> shelf().owners().add(new Owner("anna", "hash")));
        assertTrue(admits("anna", true, ""));
        assertEquals(0, ask(() -> shelf().factors().recoveryLeft("anna")));
    }

    @Test
    void sessions_end_with_the_password_and_with_the_second_factor_that_they_began_with() {
        var show = new ShowFactor(shelf().owners(), shelf().factors(), new FactorRule(true));
        var with = ask(() -> show.mark("anna"));
        assertTrue(admits("anna", true, code()));
        assertEquals(with, ask(() -> show.mark("anna")), "a sign-in elsewhere ends nothing");
        assertFalse(ask(() -> show.isMissing("anna")));
        commit(() -> people.manage().reset("anna", "ben"));
        var without = ask(() -> show.mark("anna"));
        assertNotEquals(with, without);
        assertTrue(ask(() -> show.isMissing("anna")));
        commit(() -> shelf().owners().replace(new Owner("anna", "other")));
        assertNotEquals(without, ask(() -> show.mark("anna")));
        assertEquals(Optional.empty(), ask(() -> show.mark("carl")));
    }

    private boolean admits(String name, boolean isPasswordRight, String code) {
        return ask(() -> check.admits(name, isPasswordRight, code));
    }

    private String code() {
        return Totp.code(secret, Totp.step(now));
    }
}
