package imtokenpay.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.flow.admin.ManageOwners;
import imtokenpay.flow.admin.ManageOwners.Outcome;
import imtokenpay.merchant.Owner;
import imtokenpay.merchant.Owner.Role;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// An owner suspends another one at once, whoever of them is the thief: it takes powers and leaves the brakes.
public abstract class SuspendedContract extends TwoOwners {
    @Test
    void a_thief_who_suspends_the_other_owner_does_not_take_his_brakes() {
        assertEquals(Outcome.DONE, thief(people -> people.suspend("Ben", "anna")));
        assertEquals(Role.SUSPENDED, role("ben"));
        assertEquals(List.of("ben SUSPENDED anna"), news());
        desk.change(desk.address(PendingDesk.THEIRS));
        assertTrue(desk.stop(desk.key(), "ben"));
        assertEquals(Outcome.WAITS, thief(people -> people.remove("ben", "anna")));
        assertTrue(desk.stop(desk.key(), "ben"));
        assertEquals(Outcome.WAITS, thief(people -> people.assign("ben", Role.SUPPORT, "anna")));
        assertTrue(desk.stop(desk.key(), "ben"));
        withFactor("ben");
        assertEquals(Outcome.WAITS, thief(people -> people.reset("ben", "anna")));
        assertTrue(desk.stop(desk.key(), "ben"));
        assertEquals(Outcome.DONE, ask(() -> desk.people().manage().suspend("anna", "ben")));
        assertEquals(Role.SUSPENDED, role("anna"));
    }

    @Test
    void a_thief_who_is_suspended_does_nothing_more_and_what_he_asked_for_never_takes_effect() {
        desk.person("carl", Role.OPERATOR);
        ownerSince("carl", desk.now().minus(DAY));
        desk.change(desk.address(PendingDesk.THEIRS));
        thief(people -> people.assign("carl", Role.OWNER, "anna"));
        assertEquals(Outcome.DONE, ask(() -> desk.people().manage().suspend("anna", "ben")));
        assertThrows(IllegalArgumentException.class, () -> desk.change(desk.coin(Map.of("rate.USD", "1"))));
        for (Function<ManageOwners, Outcome> step : List.<Function<ManageOwners, Outcome>>of(
                people -> people.add(new Owner("mallory", "hash", Role.SUPPORT), "anna"),
                people -> people.add(new Owner("mallory", "hash"), "anna"),
                people -> people.remove("ben", "anna"),
                people -> people.assign("carl", Role.AUDITOR, "anna"),
                people -> people.assign("ben", Role.AUDITOR, "anna"))) {
            assertThrows(IllegalStateException.class, () -> thief(step));
        }
        assertThrows(IllegalArgumentException.class, () -> thief(people -> people.remove("carl", "anna")));
        assertTrue(desk.refused("ben").contains("anna is no owner any more"), "and nobody approves it");
        pass(DAY);
        assertEquals(PendingDesk.MINE, desk.kept("address"));
        assertEquals(Role.OPERATOR, role("carl"));
        assertEquals(List.of(), desk.words());
    }

    @Test
    void who_is_suspended_is_an_owner_again_after_a_day_and_counts_from_then_on() {
        commit(() -> desk.people().manage().suspend("anna", "ben"));
        assertThrows(IllegalStateException.class, () -> thief(people -> people.assign("ben", Role.SUPPORT, "anna")));
        assertEquals(Outcome.WAITS, ask(() -> desk.people().manage().assign("anna", Role.OWNER, "ben")));
        pass(DAY);
        assertEquals(Role.OWNER, role("anna"));
        desk.change(desk.address(PendingDesk.OWN), "ben");
        assertTrue(desk.refused("anna").contains("for another owner"));
    }

    @Test
    void only_an_owner_is_suspended_and_only_by_somebody_who_watches() {
        desk.person("olga", Role.OPERATOR);
        assertEquals(Outcome.NOTHING, thief(people -> people.suspend("olga", "anna")));
        assertEquals(Outcome.NOTHING, thief(people -> people.suspend("nobody", "anna")));
        assertEquals(Outcome.NOTHING, thief(people -> people.assign("olga", Role.SUSPENDED, "anna")));
        assertEquals(Outcome.NOTHING, thief(people -> people.add(new Owner("eve", "h", Role.SUSPENDED), "anna")));
        assertThrows(IllegalStateException.class, () -> thief(people -> people.suspend("anna", "olga")));
        assertThrows(IllegalStateException.class, () -> thief(people -> people.suspend("anna", "nobody")));
        assertEquals(Role.OWNER, role("anna"));
    }
}
