package imtokenpay.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.flow.admin.ManageOwners.Outcome;
import imtokenpay.merchant.ApiKey;
import imtokenpay.merchant.Owner;
import imtokenpay.merchant.Owner.Role;
import imtokenpay.merchant.key.Rights;
import imtokenpay.merchant.key.StoreKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// All owners are suspended, a thief in Anna's account among them. Ben still ends what a thief can have made within a
/// day; what has been there for longer ends only by an owner in good standing.
public abstract class EndingContract extends TwoOwners {
    private static final Instant LONG_AGO = PendingDesk.BEGIN.minus(DAY.multipliedBy(30));

    @Test
    void one_who_is_suspended_revokes_a_young_key_and_no_old_one() {
        key('A', LONG_AGO);
        key('B', desk.now().minus(DAY));
        key('C', desk.now().minus(DAY).plusMillis(1));
        key('D', desk.now().minusSeconds(60));
        suspendAll();
        assertEquals(List.of(id('D'), id('C')), ask(() -> desk.people().keys().endable("ben")));
        assertTrue(ask(() -> desk.people().keys().revoke(id('C'), "ben")));
        assertFalse(ask(() -> desk.people().keys().revoke(id('C'), "ben")));
        assertEquals("ben | key_revoked | " + id('C') + " | ", desk.newDeeds().getLast());
        assertTrue(news().contains(id('C') + " KEY_REVOKED_BY_SUSPENDED ben"), news().toString());
        for (var old : List.of('A', 'B')) {
            assertTrue(refusal(old, "ben").contains("which is 24 hours. An owner"));
        }
        assertEquals(List.of(id('D'), id('B'), id('A')), valid());
        assertEquals(3, desk.newDeeds().size(), "who is refused leaves no row");
    }

    @Test
    void an_owner_in_good_standing_revokes_all_keys_and_nobody_else_any() {
        key('A', LONG_AGO);
        key('B', desk.now());
        desk.person("olga", Role.OPERATOR);
        for (var nobody : List.of("olga", "nobody")) {
            assertEquals(List.of(), ask(() -> desk.people().keys().endable(nobody)));
            assertThrows(
                    IllegalStateException.class,
                    () -> ask(() -> desk.people().keys().revoke(id('B'), nobody)));
        }
        assertEquals(List.of(id('B'), id('A')), ask(() -> desk.people().keys().endable("ben")));
        assertTrue(ask(() -> desk.people().keys().revoke(id('A'), "ben")));
        assertTrue(ask(() -> desk.people().keys().revoke(id('B'), "ben")));
        assertEquals(List.of(), ask(() -> desk.people().keys().endable("ben")), "what is void ends no more");
        assertEquals(List.of(), news());
    }

    @Test
    void one_who_is_suspended_removes_whoever_has_just_come_and_no_colleague_of_long() {
        for (var one : List.of("carl", "olga", "paul")) {
            desk.person(one, Role.OPERATOR);
        }
        ownerSince("carl", desk.now().minus(DAY).plusMillis(1));
        ownerSince("olga", desk.now().minus(DAY));
        database().execute("update shop_owner set owner_since = null where name = 'paul'");
        suspendAll();
        assertEquals(List.of("carl"), ask(() -> desk.people().manage().removable("ben")));
        assertEquals(Outcome.DONE, ask(() -> desk.people().manage().remove("Carl", "ben")));
        assertEquals("ben | owner_removed | carl | by ben", desk.newDeeds().getLast());
        assertTrue(news().contains("carl REMOVED_BY_SUSPENDED ben"), news().toString());
        for (var old : List.of("olga", "paul")) {
            var refused = assertThrows(
                    IllegalArgumentException.class,
                    () -> ask(() -> desk.people().manage().remove(old, "ben")));
            assertTrue(refused.getMessage().contains("which is 24 hours"), refused.getMessage());
        }
        assertEquals(List.of("anna", "ben", "olga", "paul"), names());
    }

    @Test
    void whoever_a_thief_gave_another_role_counts_from_then_on_and_what_waits_for_him_ends_too() {
        desk.person("carl", Role.SUPPORT);
        ownerSince("carl", LONG_AGO);
        thief(people -> people.assign("carl", Role.OPERATOR, "anna"));
        ownerSince("carl", desk.now());
        thief(people -> people.assign("carl", Role.OWNER, "anna"));
        suspendAll();
        assertEquals(Outcome.DONE, ask(() -> desk.people().manage().remove("carl", "ben")));
        assertEquals(
                "ben | owner_removed | carl | by ben, and the change that waited for it is stopped",
                desk.newDeeds().getLast());
        assertEquals(List.of(), desk.words());
        pass(DAY);
        assertEquals(List.of("anna", "ben"), names());
    }

    @Test
    void one_who_is_suspended_removes_no_owner_however_young_and_makes_nothing() {
        desk.owner("mallory");
        ownerSince("mallory", desk.now());
        desk.person("olga", Role.OPERATOR);
        ownerSince("olga", desk.now());
        suspendAll();
        assertEquals(List.of("olga"), ask(() -> desk.people().manage().removable("ben")));
        var ben = desk.people().manage();
        for (var one : List.of("mallory", "anna")) {
            assertThrows(IllegalStateException.class, () -> ask(() -> ben.remove(one, "ben")));
        }
        assertThrows(IllegalStateException.class, () -> ask(() -> ben.assign("olga", Role.SUPPORT, "ben")));
        assertThrows(IllegalStateException.class, () -> ask(() -> ben.add(new Owner("eve", "h", Role.SUPPORT), "ben")));
        assertEquals(Outcome.NOTHING, ask(() -> ben.remove("ben", "ben")));
        withFactor("olga");
        assertThrows(IllegalStateException.class, () -> ask(() -> ben.reset("olga", "ben")));
        assertEquals(Role.OPERATOR, role("olga"));
    }

    @Test
    void where_nothing_waits_nothing_is_young() {
        var here = PeopleDesk.of(shelf());
        key('A', here.clock().instant());
        desk.person("olga", Role.OPERATOR);
        suspendAll();
        assertEquals(List.of(), ask(() -> here.keys().endable("ben")));
        assertEquals(List.of(), ask(() -> here.manage().removable("ben")));
        assertThrows(IllegalStateException.class, () -> ask(() -> here.manage().remove("anna", "ben")));
    }

    @Test
    void owners_are_told_by_mail_of_each_end() {
        key('A', desk.now());
        desk.person("carl", Role.OPERATOR);
        ownerSince("carl", desk.now());
        suspendAll();
        commit(() -> desk.people().keys().revoke(id('A'), "ben"));
        commit(() -> desk.people().manage().remove("carl", "ben"));
        desk.later(Duration.ofSeconds(1));
        desk.send();
        var mails = String.join("\n", desk.postman().mails());
        assertTrue(mails.contains("ben has revoked the API key " + id('A') + " (till) of the store books."), mails);
        assertTrue(mails.contains("ben has removed carl."), mails);
    }

    private void suspendAll() {
        commit(() -> desk.people().manage().suspend("anna", "ben"));
        commit(() -> desk.people().manage().suspend("ben", "anna"));
    }

    private void key(char letter, Instant made) {
        var key = StoreKey.made(id(letter), "books", "till", Rights.ALL, made);
        commit(() -> shelf().merchant().keys().add(key, ApiKey.of("sk_live_" + letter)));
    }

    private static String id(char letter) {
        return "key_" + String.valueOf(letter).repeat(26);
    }

    private String refusal(char letter, String by) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> ask(() -> desk.people().keys().revoke(id(letter), by)))
                .getMessage();
    }

    private List<String> valid() {
        return ask(() -> shelf().merchant().keys().all()).stream()
                .filter(StoreKey::isValid)
                .map(StoreKey::id)
                .toList();
    }
}
