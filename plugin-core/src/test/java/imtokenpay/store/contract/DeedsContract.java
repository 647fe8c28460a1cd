package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.NOW;
import static imtokenpay.store.contract.Samples.USDT;
import static imtokenpay.store.contract.Samples.accepted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Finality;
import imtokenpay.flow.admin.AdminDesk;
import imtokenpay.flow.admin.EnterAdmin;
import imtokenpay.flow.admin.ManageOwners.Outcome;
import imtokenpay.flow.caller.ManageKeys;
import imtokenpay.flow.caller.ManageKeys.Wish;
import imtokenpay.flow.start.SetUpToken;
import imtokenpay.merchant.Owner;
import imtokenpay.merchant.Owner.Role;
import imtokenpay.merchant.key.AddressRange;
import imtokenpay.merchant.key.Rights;
import imtokenpay.merchant.key.Scope;
import imtokenpay.store.OneStore;
import java.math.BigInteger;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What setting things up leaves in the audit log, wherever that is kept. Decisions, refunds and deliveries have rows
/// in
/// the contracts of their own.
public abstract class DeedsContract extends StoreContract {
    private static final Rights SOME =
            new Rights(Set.of(Scope.PAYMENTS_READ), List.of(AddressRange.parse("203.0.113.0/24")), true);

    @Test
    void confirmations_are_set_with_who_and_how_many() {
        commit(() -> shelf().assets().provide(accepted(USDT)));
        var desk = new AdminDesk(shelf().assets(), shelf().ledger(), shelf().audit());
        commit(() -> desk.finality(USDT, new Finality.Tiered(20, BigInteger.valueOf(5_000_000_000L)), "anna"));
        assertEquals(
                List.of("anna | confirmations_set | " + USDT.id()
                        + " | final after 20 confirmations, from 5000 USDT on with the chain's word, too"),
                deeds());
    }

    @Test
    void the_first_owner_is_made_once_and_signs_in() {
        var token = new SetUpToken();
        var enter = new EnterAdmin(shelf().owners(), token, shelf().audit());
        var owner = new Owner("anna", "hash");
        assertFalse(ask(() -> enter.setUp("wrong", owner)));
        assertTrue(ask(() -> enter.setUp(token.text(), owner)));
        assertFalse(ask(() -> enter.setUp(token.text(), new Owner("eve", "hash"))));
        commit(() -> enter.signedIn("anna", "203.0.113.9"));
        assertEquals(
                List.of(
                        "anna | owner_made | anna | with the one-time token",
                        "anna | signed_in | anna | from 203.0.113.9"),
                deeds());
    }

    @Test
    void owners_let_others_in_and_out_again_but_never_all() {
        var manage = PeopleDesk.of(shelf()).manage();
        commit(() -> shelf().owners().add(new Owner("anna", "hash")));
        assertEquals(Outcome.DONE, ask(() -> manage.add(new Owner("Ben", "his"), "anna")));
        assertEquals(Outcome.NOTHING, ask(() -> manage.add(new Owner("BEN", "other"), "anna")));
        assertEquals(
                "his", ask(() -> shelf().owners().byName("ben")).orElseThrow().passwordHash());
        commit(() -> manage.changePassword(new Owner("ben", "new")));
        assertEquals(
                "new", ask(() -> shelf().owners().byName("Ben")).orElseThrow().passwordHash());
        assertEquals(Outcome.NOTHING, ask(() -> manage.remove("Anna", "anna")), "nobody removes himself");
        assertEquals(Outcome.NOTHING, ask(() -> manage.remove("carl", "anna")));
        assertEquals(Outcome.DONE, ask(() -> manage.remove("Ben", "anna")));
        assertEquals(List.of(new Owner("anna", "hash")), ask(manage::all));
        assertEquals(
                List.of(
                        "anna | owner_made | ben | owner, by anna",
                        "ben | password_changed | ben | ",
                        "anna | owner_removed | ben | by anna"),
                deeds());
    }

    @Test
    void owners_say_what_others_may_do_and_nobody_says_it_of_himself() {
        var manage = PeopleDesk.of(shelf()).manage();
        commit(() -> shelf().owners().add(new Owner("anna", "hash")));
        assertEquals(Outcome.DONE, ask(() -> manage.add(new Owner("ben", "his", Role.SUPPORT), "anna")));
        for (var role : List.of(Role.OWNER, Role.OPERATOR, Role.SUPPORT, Role.AUDITOR)) {
            assertEquals(Outcome.DONE, ask(() -> manage.assign("Ben", role, "anna")));
            assertEquals(
                    role,
                    ask(() -> shelf().owners().byName("ben")).orElseThrow().role());
        }
        for (var role : Role.values()) {
            assertEquals(Outcome.NOTHING, ask(() -> manage.assign("anna", role, "Anna")));
            assertEquals(Outcome.NOTHING, ask(() -> manage.assign("carl", role, "anna")));
        }
        assertEquals("anna | role_changed | ben | auditor, by anna", deeds().getLast());
        for (var nobody : List.of("ben", "carl")) {
            assertThrows(IllegalStateException.class, () -> commit(() -> manage.assign("anna", Role.SUPPORT, nobody)));
            assertThrows(IllegalStateException.class, () -> commit(() -> manage.add(new Owner("eve", "h"), nobody)));
            assertThrows(IllegalStateException.class, () -> commit(() -> manage.remove("anna", nobody)));
        }
        assertEquals(2, ask(manage::all).size());
        assertEquals(5, deeds().size(), "who is refused leaves no row");
    }

    @Test
    void a_role_of_a_later_version_lets_nobody_in() {
        commit(() -> shelf().owners().add(new Owner("anna", "hash")));
        database().execute("update shop_owner set role = 'emperor'");
        assertEquals(Optional.empty(), ask(() -> shelf().owners().byName("anna")));
        assertEquals(List.of(), ask(() -> shelf().owners().all()));
        assertFalse(ask(() -> shelf().owners().isEmpty()), "and nobody makes a first owner anew");
    }

    @Test
    void of_two_owners_who_remove_each_other_at_once_one_stays() {
        var manage = PeopleDesk.of(shelf()).manage();
        for (var turn = 0; turn < 20; turn++) {
            commit(() -> shelf().owners().add(new Owner("anna", "hash")));
            commit(() -> shelf().owners().add(new Owner("ben", "hash")));
            Crowd.of(2, i -> () -> {
                try {
                    return ask(() -> i == 0 ? manage.remove("ben", "anna") : manage.remove("anna", "ben"));
                } catch (IllegalStateException tooLate) {
                    return Outcome.NOTHING;
                }
            });
            assertEquals(1, ask(manage::all).size());
        }
    }

    @Test
    void a_key_is_made_and_voided_once_and_never_written_down_itself() {
        var keys = new ManageKeys(
                new OneStore(ZoneOffset.UTC), shelf().merchant().keys(), shelf().audit(), new Random(7), () -> NOW);
        var wish = new Wish("key_" + "A".repeat(26), "books", "till", SOME);
        var key = ask(() -> keys.make(wish, "anna")).orElseThrow();
        assertEquals(Optional.empty(), ask(() -> keys.make(wish, "anna")));
        commit(() -> shelf().owners().add(new Owner("ben", "hash")));
        var end = PeopleDesk.of(shelf()).keys();
        assertTrue(ask(() -> end.revoke(wish.id(), "ben")));
        assertFalse(ask(() -> end.revoke(wish.id(), "ben")));
        assertEquals(
                List.of(
                        "anna | key_made | " + wish.id()
                                + " | for store books: till, may payments:read from 203.0.113.0/24",
                        "ben | key_revoked | " + wish.id() + " | "),
                deeds());
        assertFalse(String.join("", deeds()).contains(key));
    }
}
