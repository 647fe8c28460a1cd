package imtokenpay.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.flow.setup.SettingChange;
import imtokenpay.flow.setup.SettingChange.Kind;
import imtokenpay.merchant.Owner.Role;
import imtokenpay.merchant.setting.PendingChanges.Key;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whoever has stolen a password cannot redirect money unseen: what is promised of changes that wait,
/// wherever they are kept.
public abstract class PendingContract extends StoreContract {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration ALMOST = DAY.minusSeconds(1);

    private PendingDesk desk;

    @BeforeEach
    void a_shop_that_sells() {
        desk = PendingDesk.thatSells(database(), shelf());
    }

    @Test
    void a_shop_that_has_sold_nothing_is_set_up_and_changed_at_once() {
        database().execute("delete from payment");
        assertTrue(desk.change(desk.address(PendingDesk.THEIRS)));
        assertEquals(PendingDesk.THEIRS, desk.kept("address"));
        assertEquals(List.of(), desk.words());
    }

    @Test
    void play_money_does_not_count() {
        database().execute("update accepted_asset set test = true");
        assertTrue(desk.change(desk.address(PendingDesk.THEIRS)));
    }

    @Test
    void another_receiving_address_waits_for_a_day_and_everybody_can_read_it() {
        assertFalse(desk.change(desk.address(PendingDesk.THEIRS)));
        assertEquals(PendingDesk.MINE, desk.kept("address"));
        assertEquals(
                List.of("change ETH on Devnet: receiving address from " + PendingDesk.MINE + " to "
                        + PendingDesk.THEIRS),
                desk.words());
        desk.later(ALMOST);
        desk.look();
        assertEquals(PendingDesk.MINE, desk.kept("address"));
        desk.later(Duration.ofSeconds(1));
        desk.look();
        assertEquals(PendingDesk.THEIRS, desk.kept("address"));
        assertEquals(PendingDesk.THEIRS, desk.receiver());
        assertEquals(List.of(), desk.words());
        assertEquals(
                List.of(
                        "anna | change_asked | imtoken.asset.eth.* | address=" + PendingDesk.THEIRS,
                        "anna | settings_changed | imtoken.asset.eth.* | asked for on " + PendingDesk.BEGIN
                                + ": address=" + PendingDesk.THEIRS),
                desk.newDeeds());
    }

    @Test
    void what_is_changed_meanwhile_is_not_changed_back() {
        desk.change(desk.address(PendingDesk.THEIRS));
        assertTrue(desk.change(desk.coin(Map.of("rate.USD", "1999"))), "a price sends no money elsewhere");
        desk.later(DAY);
        desk.look();
        assertEquals("1999", desk.kept("rate.USD"));
        assertEquals(PendingDesk.THEIRS, desk.kept("address"));
    }

    @Test
    void all_that_can_send_money_elsewhere_or_say_that_it_came_waits() {
        for (var change : List.of(
                desk.coin(Map.of("pool", PendingDesk.THEIRS)),
                desk.coin(Map.of("xpub", PendingDesk.ACCOUNT)),
                desk.network(Map.of("rpc-url", "http://127.0.0.1:2/key-of-the-node")),
                desk.network(Map.of("heads-url", "ws://127.0.0.1:2/key-of-the-node")),
                desk.network(Map.of("test", "true")),
                desk.store(Map.of("webhook-url", "http://127.0.0.1:9/other")),
                desk.store(Map.of("webhook-secret", "whsec_" + "B".repeat(43) + "=")),
                desk.asset("usdc", PendingDesk.USDC))) {
            assertFalse(desk.change(change), change.subject() + change.texts());
            var told = String.join("", desk.words())
                    + String.join("", desk.newDeeds())
                    + database().query("select * from pending_change");
            assertFalse(told.contains("key-of-the-node") || told.contains("BBBB"), told);
            desk.stopAll();
        }
        assertTrue(desk.change(desk.network(Map.of("name", "Other"))));
        assertTrue(desk.change(desk.store(Map.of("name", "Other", "time-zone", "Europe/Zurich"))));
    }

    @Test
    void whatever_is_taken_away_comes_back_no_sooner() {
        desk.change(desk.address(PendingDesk.THEIRS));
        assertTrue(desk.change(SettingChange.remove(Kind.ASSET, "eth")), "nobody waits for that");
        assertEquals(List.of(), desk.words(), "what waited for it is stopped");
        assertTrue(desk.newDeeds().getLast().endsWith("taken away, and the change that waited for it is stopped"));
        assertFalse(desk.change(desk.address(PendingDesk.THEIRS)));
        desk.stopAll();
        desk.change(SettingChange.remove(Kind.NETWORK, "devnet"));
        desk.change(SettingChange.remove(Kind.STORE, "books"));
        assertFalse(desk.change(desk.network(Map.of())), "payments of before are still looked for there");
        assertFalse(desk.change(desk.store(Map.of())));
    }

    @Test
    void a_network_and_a_store_that_nobody_has_paid_through_are_added_at_once() {
        assertTrue(desk.change(SettingChange.set(Kind.NETWORK, "other", PendingDesk.OTHER_NODE)));
        assertTrue(desk.change(SettingChange.set(Kind.STORE, "records", PendingDesk.RECORDS)));
        var elsewhere = Map.of("imtoken.public-url", "https://elsewhere.example/imtoken");
        assertFalse(desk.change(new SettingChange(Kind.STORE, "films", PendingDesk.FILMS, elsewhere)));
        assertTrue(desk.words().getFirst().contains("address that shoppers find the checkout at from"));
    }

    @Test
    void of_one_thing_one_change_waits() {
        desk.change(desk.address(PendingDesk.THEIRS));
        var words = assertThrows(
                        IllegalArgumentException.class, () -> desk.change(desk.coin(Map.of("pool", PendingDesk.OWN))))
                .getMessage();
        assertTrue(words.contains("anna has asked for another change of the same"), words);
        assertFalse(desk.change(desk.network(Map.of("test", "true"))));
        assertEquals(2, desk.words().size());
    }

    @Test
    void another_owner_approves_it_and_none_who_was_let_in_since() {
        desk.change(desk.address(PendingDesk.THEIRS));
        desk.owner("carl");
        for (var name : List.of("anna", "Anna", "carl", "nobody")) {
            assertTrue(desk.refused(name).contains("for another owner than anna"), name);
        }
        assertEquals(PendingDesk.MINE, desk.kept("address"));
        assertTrue(desk.approve("Ben"));
        assertEquals(PendingDesk.THEIRS, desk.kept("address"));
        assertEquals(List.of("anna | change_asked", "Ben | change_approved", "anna | settings_changed"), desk.done());
        assertFalse(desk.approve("Ben"), "once");
    }

    @Test
    void an_owner_of_a_day_may_approve() {
        desk.change(desk.address(PendingDesk.THEIRS));
        database().execute("update shop_owner set owner_since = timestamp with time zone '2026-11-22 10:00:00.124+00'");
        assertTrue(desk.refused("ben").contains("for another owner"));
        desk.later(Duration.ofMillis(1));
        assertTrue(desk.approve("ben"));
    }

    @Test
    void whoever_approves_names_the_very_change_that_he_has_seen() {
        desk.change(desk.address(PendingDesk.OWN));
        var seen = desk.key();
        desk.stopAll();
        desk.later(Duration.ofSeconds(1));
        desk.change(desk.address(PendingDesk.THEIRS));
        assertFalse(desk.approve(seen, "ben"));
        assertFalse(desk.stop(new Key("imtoken.asset.none.", seen.askedAt()), "ben"));
        assertEquals(PendingDesk.MINE, desk.kept("address"));
    }

    @Test
    void only_an_owner_asks_and_approves_and_an_operator_sets_prices() {
        for (var role : List.of(Role.OPERATOR, Role.SUPPORT, Role.AUDITOR)) {
            desk.person(role.word(), role);
            for (var change : List.of(
                    desk.address(PendingDesk.THEIRS),
                    desk.coin(Map.of("confirmations", "1")),
                    desk.coin(Map.of("rate.USD", "1", "address", PendingDesk.THEIRS)),
                    desk.store(Map.of("name", "Other")),
                    SettingChange.remove(Kind.STORE, "books"))) {
                assertThrows(IllegalArgumentException.class, () -> desk.change(change, role.word()), role.word());
            }
        }
        var price = desk.coin(Map.of("rate.USD", "1999", "rate.EUR", "1800"));
        assertTrue(desk.change(price, "operator"));
        for (var nobody : List.of("support", "auditor", "carl")) {
            assertThrows(IllegalArgumentException.class, () -> desk.change(price, nobody), nobody);
        }
        desk.change(desk.asset("usdc", PendingDesk.USDC));
        var away = SettingChange.remove(Kind.ASSET, "usdc");
        assertThrows(IllegalArgumentException.class, () -> desk.change(away, "operator"), "it would stop what waits");
        assertTrue(desk.change(away));
        assertEquals(List.of(), desk.words());
        desk.change(desk.address(PendingDesk.THEIRS));
        database().execute("update shop_owner set owner_since = null");
        assertTrue(desk.refused("operator").contains("for another owner"));
        assertTrue(desk.approve("ben"));
    }

    @Test
    void whoever_is_made_an_owner_meanwhile_approves_nothing() {
        desk.person("carl", Role.OPERATOR);
        database().execute("update shop_owner set owner_since = null");
        desk.change(desk.address(PendingDesk.THEIRS));
        database().execute("update shop_owner set role = 'owner', owner_since = current_timestamp where name = 'carl'");
        assertTrue(desk.refused("carl").contains("for another owner"));
    }

    @Test
    void what_was_stopped_never_takes_effect() {
        desk.change(desk.address(PendingDesk.THEIRS));
        assertTrue(desk.stop(desk.key(), "anna"));
        desk.later(DAY.multipliedBy(9));
        desk.look();
        assertEquals(PendingDesk.MINE, desk.kept("address"));
        assertEquals("anna | change_stopped", desk.done().getLast());
    }

    @Test
    void with_four_eyes_time_alone_changes_nothing() {
        var strict = desk.withFourEyes();
        database().execute("update shop_owner set owner_since = null");
        strict.change(strict.address(PendingDesk.THEIRS));
        strict.later(DAY.multipliedBy(9));
        strict.look();
        assertEquals(PendingDesk.MINE, strict.kept("address"));
        assertTrue(strict.approve("ben"));
        assertEquals(PendingDesk.THEIRS, strict.kept("address"));
    }

    @Test
    void whoever_can_write_to_the_database_has_nothing_take_effect() {
        for (var tampered : List.of(
                "due = due - interval '30' day",
                "asked_by = 'eve'",
                "asked_at = asked_at - interval '1' second",
                "subject = 'imtoken.asset.usdc.'",
                "sealed = 'AAAA'")) {
            desk.change(desk.address(PendingDesk.THEIRS));
            database().execute("update pending_change set " + tampered);
            desk.later(DAY.multipliedBy(2));
            desk.look();
            assertEquals(PendingDesk.MINE, desk.kept("address"), tampered);
            assertTrue(desk.words().getFirst().contains("it never takes effect"), tampered);
            assertThrows(RuntimeException.class, () -> desk.approve("ben"), tampered);
            desk.stopAll();
        }
    }

    @Test
    void what_cannot_take_effect_any_more_is_stopped_and_says_why() {
        desk.change(desk.asset("usdc", PendingDesk.USDC));
        desk.change(SettingChange.remove(Kind.ASSET, "eth"));
        desk.change(SettingChange.remove(Kind.NETWORK, "devnet"));
        desk.later(DAY);
        desk.look();
        assertEquals(List.of(), desk.words());
        var last = desk.newDeeds().getLast();
        assertTrue(last.startsWith("imtoken-pay | change_stopped | imtoken.asset.usdc.* | asked for by anna"), last);
        assertTrue(last.contains("which cannot take effect: "), last);
    }

    @Test
    void where_nothing_can_be_changed_nothing_takes_effect() {
        desk.change(desk.address(PendingDesk.THEIRS));
        desk.later(DAY);
        desk.lockedByConfiguration().look();
        assertEquals(PendingDesk.MINE, desk.kept("address"));
        assertTrue(desk.newDeeds().getLast().contains("imtoken.settings.locked=true"));
    }

    @Test
    void many_nodes_have_it_take_effect_once() {
        desk.change(desk.address(PendingDesk.THEIRS));
        desk.later(DAY);
        Crowd.of(6, i -> () -> {
            desk.look();
            return i;
        });
        assertEquals(List.of("anna | change_asked", "anna | settings_changed"), desk.done());
    }
}
