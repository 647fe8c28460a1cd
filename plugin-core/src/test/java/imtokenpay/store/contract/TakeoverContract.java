package imtokenpay.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.flow.admin.ManageOwners.Outcome;
import imtokenpay.merchant.Owner;
import imtokenpay.merchant.Owner.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A thief has all that Anna signs in with, her second factor too. Ben, the other owner, reads the pages once
/// a day. Each way to Ben's money fails, or stands on the pages that Ben reads for a day before it works.
public abstract class TakeoverContract extends TwoOwners {
    @Test
    void a_second_owner_of_the_thief_waits_for_a_day_on_every_page_and_works_as_an_operator_until_then() {
        assertEquals(Outcome.WAITS, thief(people -> people.add(new Owner("Mallory", "hash"), "anna")));
        assertEquals(Role.OPERATOR, role("mallory"));
        assertEquals(List.of("make mallory an owner"), desk.words());
        assertEquals(
                List.of(
                        "anna | owner_made | mallory | operator, by anna",
                        "anna | change_asked | mallory | make mallory an owner"),
                desk.newDeeds());
        assertTrue(desk.stop(desk.key(), "ben"));
        pass(DAY.multipliedBy(9));
        assertEquals(Role.OPERATOR, role("mallory"));
        assertEquals("ben | change_stopped", desk.done().getLast());
    }

    @Test
    void a_second_owner_whom_nobody_stopped_approves_nothing_for_another_day_and_is_on_every_page_for_a_week() {
        thief(people -> people.add(new Owner("mallory", "hash"), "anna"));
        pass(DAY);
        assertEquals(Role.OWNER, role("mallory"));
        ownerSince("mallory", desk.now());
        desk.change(desk.address(PendingDesk.THEIRS));
        assertTrue(desk.refused("mallory").contains("was one when it was asked for"));
        assertEquals(List.of("mallory BECAME_OWNER anna"), news());
        pass(DAY.minusSeconds(1));
        assertTrue(desk.refused("mallory").contains("for another owner than anna"));
        pass(DAY.multipliedBy(6));
        assertEquals(List.of("mallory BECAME_OWNER anna"), news());
        pass(Duration.ofSeconds(2));
        assertEquals(List.of(), news());
    }

    @Test
    void with_four_eyes_who_became_an_owner_after_a_change_was_asked_for_never_approves_it() {
        var strict = desk.withFourEyes();
        strict.change(strict.address(PendingDesk.THEIRS));
        strict.owner("mallory");
        ownerSince("mallory", strict.now().plusSeconds(1));
        strict.later(DAY.multipliedBy(30));
        assertTrue(strict.refused("mallory").contains("was one when it was asked for"));
        assertTrue(strict.approve("ben"));
    }

    @Test
    void with_four_eyes_nobody_becomes_an_owner_but_by_another_one_unless_there_is_none() {
        var strict = desk.withFourEyes();
        commit(() -> strict.people().manage().add(new Owner("mallory", "hash"), "anna"));
        strict.later(DAY.multipliedBy(9));
        strict.look();
        assertEquals(Role.OPERATOR, role("mallory"));
        for (var watching : List.of("suspended", "owner")) {
            database().execute("update shop_owner set role = '" + watching + "' where name = 'ben'");
            strict.look();
            assertEquals(Role.OPERATOR, role("mallory"), watching);
        }
        database().execute("delete from shop_owner where name = 'ben'");
        strict.look();
        assertEquals(Role.OWNER, role("mallory"), "an owner who is alone lets another one in");
    }

    @Test
    void with_four_eyes_the_only_owner_changes_nothing_else_alone() {
        var strict = desk.withFourEyes();
        database().execute("delete from shop_owner where name = 'ben'");
        strict.change(strict.address(PendingDesk.THEIRS));
        strict.later(DAY.multipliedBy(9));
        strict.look();
        assertEquals(PendingDesk.MINE, strict.kept("address"));
    }

    @Test
    void what_somebody_asked_for_who_has_not_been_an_owner_ever_since_stays_dead_when_he_is_one_again() {
        desk.change(desk.address(PendingDesk.THEIRS));
        desk.later(Duration.ofHours(1));
        commit(() -> desk.people().manage().suspend("anna", "ben"));
        database().execute("update shop_owner set role = 'owner' where name = 'anna'");
        ownerSince("anna", desk.now());
        assertTrue(desk.refused("ben").contains("anna"), "Ben has read that it does not take effect");
        pass(DAY);
        assertEquals(PendingDesk.MINE, desk.kept("address"));
        assertEquals(List.of(), desk.words());
    }

    @Test
    void whoever_is_promoted_waits_like_whoever_is_let_in() {
        desk.person("carl", Role.AUDITOR);
        assertEquals(Outcome.WAITS, thief(people -> people.assign("Carl", Role.OWNER, "anna")));
        assertEquals(List.of("make carl an owner"), desk.words());
        assertEquals(Role.AUDITOR, role("carl"));
        assertEquals(Outcome.DONE, thief(people -> people.assign("carl", Role.OPERATOR, "anna")));
        assertEquals(List.of(), desk.words(), "another role ends what waited");
        assertTrue(desk.newDeeds().getLast().endsWith(", and the change that waited for it is stopped"));
    }

    @Test
    void what_waits_for_a_person_is_not_for_another_one_who_is_let_in_under_his_name() {
        desk.person("carl", Role.OPERATOR);
        commit(() -> desk.people().manage().assign("carl", Role.OWNER, "ben"));
        assertEquals(Outcome.DONE, thief(people -> people.remove("carl", "anna")));
        assertEquals(Outcome.DONE, thief(people -> people.add(new Owner("CARL", "x", Role.OPERATOR), "anna")));
        assertEquals(List.of(), desk.words());
        pass(DAY);
        assertEquals(Role.OPERATOR, role("carl"));
    }

    @Test
    void who_is_let_in_today_is_not_taken_for_the_colleague_whose_name_he_has() {
        desk.person("olga", Role.OPERATOR);
        var longAgo = PendingDesk.BEGIN.minus(DAY.multipliedBy(300));
        ownerSince("olga", longAgo);
        commit(() -> desk.people().manage().assign("olga", Role.OWNER, "ben"));
        assertEquals(Optional.of(longAgo), desk.waiting().getFirst().since());
        thief(people -> people.remove("olga", "anna"));
        assertEquals(Outcome.WAITS, thief(people -> people.add(new Owner("olga", "thief", Role.OWNER), "anna")));
        assertEquals(List.of("make olga an owner"), desk.words(), "just as before");
        assertTrue(desk.waiting().getFirst().since().orElseThrow().isAfter(longAgo.plus(DAY)));
        assertTrue(desk.stop(desk.key(), "ben"));
        desk.change(desk.address(PendingDesk.THEIRS));
        assertEquals(Optional.empty(), desk.waiting().getFirst().since());
    }

    @Test
    void the_other_owner_is_removed_or_given_another_role_no_sooner_than_after_a_day_and_stops_it() {
        assertEquals(Outcome.WAITS, thief(people -> people.remove("Ben", "anna")));
        assertEquals(List.of("remove ben, an owner"), desk.words());
        assertThrows(IllegalArgumentException.class, () -> thief(people -> people.assign("ben", Role.SUPPORT, "anna")));
        assertTrue(desk.stop(desk.key(), "ben"));
        for (var role : List.of(Role.OPERATOR, Role.SUPPORT, Role.AUDITOR)) {
            assertEquals(Outcome.WAITS, thief(people -> people.assign("ben", role, "anna")));
            assertEquals(List.of("make ben no owner any more, but " + role.word()), desk.words());
            pass(DAY.minusSeconds(1));
            assertEquals(Role.OWNER, role("ben"));
            assertTrue(desk.stop(desk.key(), "ben"));
            desk.later(Duration.ofSeconds(1));
        }
    }

    @Test
    void removed_at_last_he_is_on_every_page_for_a_week() {
        commit(() -> desk.people().manage().remove("anna", "ben"));
        var asked = desk.now();
        pass(DAY);
        assertEquals(List.of("ben"), names());
        assertEquals(List.of("anna NO_OWNER_ANY_MORE ben"), news());
        assertEquals(
                "ben | owner_removed | anna | by ben, asked for on " + asked,
                desk.newDeeds().getLast());
    }

    @Test
    void the_other_owners_second_factor_is_switched_off_no_sooner_than_after_a_day_and_he_stops_it() {
        withFactor("ben");
        assertEquals(Outcome.WAITS, thief(people -> people.reset("Ben", "anna")));
        assertEquals(List.of("switch off the second factor of ben, an owner"), desk.words());
        pass(DAY.minusSeconds(1));
        assertTrue(ask(() -> shelf().factors().since("ben")).isPresent());
        assertTrue(desk.stop(desk.key(), "ben"));
        assertEquals(Outcome.WAITS, thief(people -> people.reset("ben", "anna")));
        pass(DAY);
        assertTrue(ask(() -> shelf().factors().since("ben")).isEmpty());
        assertEquals(List.of("ben FACTOR_RESET anna"), news());
    }

    @Test
    void an_operators_second_factor_and_an_operator_wait_for_nothing() {
        desk.person("olga", Role.OPERATOR);
        withFactor("olga");
        assertEquals(Outcome.DONE, thief(people -> people.reset("olga", "anna")));
        assertEquals(Outcome.NOTHING, thief(people -> people.reset("olga", "anna")));
        assertEquals(Outcome.DONE, thief(people -> people.assign("olga", Role.AUDITOR, "anna")));
        assertEquals(Outcome.DONE, thief(people -> people.remove("olga", "anna")));
        assertEquals(List.of(), news());
    }

    @Test
    void nobody_gives_himself_a_role_and_takes_it_back_so_as_to_count_as_another_one() {
        for (var role : Role.values()) {
            assertEquals(Outcome.NOTHING, thief(people -> people.assign("ANNA", role, "anna")));
        }
        assertEquals(Outcome.NOTHING, thief(people -> people.suspend("Anna", "anna")));
        assertEquals(Outcome.NOTHING, thief(people -> people.remove("Anna", "anna")));
        assertEquals(Outcome.NOTHING, thief(people -> people.reset("Anna", "anna")));
        assertEquals(Outcome.NOTHING, thief(people -> people.assign("ben", Role.OWNER, "anna")), "he is one");
        desk.change(desk.address(PendingDesk.THEIRS));
        assertTrue(desk.approve("ben"), "and counts for as long as before");
    }

    @Test
    void another_owner_of_a_day_has_a_person_changed_at_once_and_an_owner_always_stays() {
        desk.owner("carl");
        database().execute("update shop_owner set owner_since = null");
        thief(people -> people.remove("ben", "anna"));
        var ofBen = desk.key();
        desk.later(Duration.ofSeconds(1));
        commit(() -> desk.people().manage().remove("anna", "carl"));
        assertThrows(IllegalArgumentException.class, () -> desk.approve(ofBen, "anna"), "nobody his own");
        assertTrue(desk.approve(keyOf("anna"), "ben"));
        assertEquals(List.of("ben", "carl"), names());
        assertThrows(IllegalArgumentException.class, () -> desk.approve(ofBen, "ben"), "anna is gone");
        assertEquals(List.of("ben", "carl"), names());
    }

    @Test
    void of_two_owners_who_ask_for_each_others_removal_one_stays() {
        thief(people -> people.remove("ben", "anna"));
        desk.later(Duration.ofSeconds(1));
        commit(() -> desk.people().manage().remove("anna", "ben"));
        pass(DAY);
        assertEquals(List.of("anna"), names());
        assertEquals(List.of(), desk.words());
    }

    @Test
    void a_shop_that_has_sold_nothing_and_one_whose_changes_do_not_wait_have_their_people_changed_at_once() {
        database().execute("delete from payment");
        assertEquals(Outcome.DONE, thief(people -> people.add(new Owner("carl", "hash"), "anna")));
        assertEquals(List.of("carl BECAME_OWNER anna"), news(), "and every page tells of it nevertheless");
        assertEquals(Outcome.DONE, thief(people -> people.remove("carl", "anna")));
        desk.sell();
        var never = PeopleDesk.of(shelf()).manage();
        assertEquals(Outcome.DONE, ask(() -> never.add(new Owner("carl", "hash"), "anna")));
        assertEquals(Role.OWNER, role("carl"));
    }

    @Test
    void a_wish_that_this_version_does_not_know_is_stopped_and_breaks_no_page() {
        thief(people -> people.remove("ben", "anna"));
        database().execute("update pending_change set wish = 'emperor'");
        assertEquals(List.of("change ben in a way that this version does not know"), desk.words());
        pass(DAY);
        assertEquals(List.of("anna", "ben"), names());
        assertEquals(List.of(), desk.words());
        thief(people -> people.remove("ben", "anna"));
        database().execute("update pending_change set wish = null");
        pass(DAY);
        assertEquals(1, desk.words().size(), "somebody stops it");
        assertEquals(List.of("anna", "ben"), names());
    }

    @Test
    void people_are_told_by_mail_of_what_waits_and_of_who_is_suspended() {
        thief(people -> people.remove("ben", "anna"));
        commit(() -> desk.tell().tellNew());
        commit(() -> desk.people().manage().suspend("ben", "anna"));
        desk.send();
        var mails = String.join("\n", desk.postman().mails());
        assertTrue(mails.contains("anna asked on " + PendingDesk.BEGIN + " to remove ben, an owner."), mails);
        assertTrue(mails.contains("anna has given ben the role suspended."), mails);
        assertFalse(mails.contains("hash"), mails);
    }
}
