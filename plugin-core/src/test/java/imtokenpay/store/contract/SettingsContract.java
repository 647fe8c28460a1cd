package imtokenpay.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.http.AddressGuard;
import imtokenpay.adapter.wiring.Keys;
import imtokenpay.adapter.wiring.Settings;
import imtokenpay.adapter.wiring.live.CurrentAssets;
import imtokenpay.adapter.wiring.live.LiveArrangement;
import imtokenpay.chain.Address;
import imtokenpay.flow.setup.ChangeRule;
import imtokenpay.flow.setup.ChangeSettings;
import imtokenpay.flow.setup.CheckAddresses;
import imtokenpay.flow.setup.FollowSettings;
import imtokenpay.flow.setup.HoldChange;
import imtokenpay.flow.setup.SettingChange;
import imtokenpay.flow.setup.SettingChange.Kind;
import imtokenpay.flow.setup.ShowSettings;
import imtokenpay.merchant.Owner;
import imtokenpay.merchant.ReceivingSlot;
import imtokenpay.merchant.setting.KeptSettings.Kept;
import imtokenpay.money.Asset;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is promised to an admin who sets things up, wherever that is kept.
public abstract class SettingsContract extends StoreContract {
    private static final Map<String, String> NODE = Map.of(
            "chain",
            "eip155:31337",
            "name",
            "Devnet",
            "rpc-url",
            "http://127.0.0.1:1/secret-of-the-node",
            "test",
            "true");
    private static final String MINE = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
    private static final Asset ETH = new Asset("eip155:31337/slip44:60", "ETH", 18);
    private static final Map<String, String> COIN =
            Map.of("id", ETH.id(), "symbol", "ETH", "decimals", "18", "address", MINE, "rate.USD", "2000");
    // imToken's own test account (wallet-core, "inject kidney empty canal"), and its first addresses below.
    private static final String ACCOUNT =
            "xpub6CZG7sArTpFs5n47cUxtbcVXuq4QfUTykGWL8t8RJdPXvnSnF2VrDwgqjuS7JvJ7DK8B4pnbMxCNt"
                    + "PsbHdPjuFBCcBo81cfMRWcPUXWND3e";
    private static final SettingChange NETWORK = SettingChange.set(Kind.NETWORK, "devnet", NODE);
    private static final SettingChange ASSET = SettingChange.set(Kind.ASSET, "eth", COIN);

    private Map<String, String> configured = Map.of();

    @BeforeEach
    void anna_is_an_owner() {
        commit(() -> shelf().owners().add(new Owner("anna", "hash")));
    }

    @Test
    void what_is_kept_comes_back_under_a_higher_version() {
        assertEquals(new Kept(0, Map.of()), ask(() -> shelf().settings().all()));
        assertEquals(1, keep(Map.of("imtoken.networks", "one", "imtoken.network.one.name", "Ä 链 €")));
        assertEquals(2, keep(Map.of("imtoken.networks", "two")));
        assertEquals(
                new Kept(2, Map.of("imtoken.networks", "two")),
                ask(() -> shelf().settings().all()));
        assertEquals(2, ask(() -> shelf().settings().version()));
    }

    @Test
    void what_is_rolled_back_was_never_kept() {
        keep(Map.of("a", "1"));
        rollBack(() -> {
            shelf().settings().locked();
            shelf().settings().keep(Map.of("a", "2"));
        });
        assertEquals(new Kept(1, Map.of("a", "1")), ask(() -> shelf().settings().all()));
    }

    @Test
    void nothing_of_it_can_be_read_in_the_database() {
        keep(Map.of("imtoken.network.one.rpc-url", "https://node.example/secret-of-the-node"));
        var sealed = database().query("select sealed from kept_setting").getFirst();
        assertFalse(sealed.contains("secret"), sealed);
    }

    @Test
    void a_value_that_somebody_changed_in_the_database_is_never_used() {
        keep(Map.of("mine", "0xmine", "other", "0xother"));
        for (var tampered : List.of(
                "update kept_setting set sealed = (select k.sealed from kept_setting k where k.name = 'other')"
                        + " where name = 'mine'",
                "update kept_setting set sealed = 'AAAA' where name = 'mine'",
                "update kept_setting set name = 'third' where name = 'mine'",
                "update setting_version set version = 7")) {
            database().execute("update setting_version set version = 0");
            keepFirst();
            database().execute(tampered);
            var words = assertThrows(
                            IllegalStateException.class,
                            () -> ask(() -> shelf().settings().all()),
                            tampered)
                    .getMessage();
            assertTrue(words.contains("somebody has changed it"), words);
        }
    }

    @Test
    void many_who_change_at_once_lose_nothing() {
        var change = change(arrangement());
        commit(() -> change.change(NETWORK, "anna"));
        Crowd.of(6, i -> () -> {
            var name = "n" + i;
            var node = new HashMap<>(NODE);
            node.put("chain", "eip155:" + (9000 + i));
            commit(() -> change.change(SettingChange.set(Kind.NETWORK, name, node), "anna"));
            return i;
        });
        assertEquals(7, SettingChange.names(ask(change::kept), Kind.NETWORK).size());
        assertEquals(7, deeds().size());
    }

    @Test
    void what_is_set_up_is_in_use_at_once_and_after_a_restart_and_on_another_node() {
        var here = arrangement();
        var there = arrangement();
        assertEquals(0, follow(here));
        assertEquals(0, follow(there));
        commit(() -> change(here).change(NETWORK, "anna"));
        commit(() -> change(here).change(ASSET, "anna"));
        for (var node : List.of(here, there, arrangement())) {
            assertEquals(2, follow(node));
            try (var draft = node.draft(ask(() -> shelf().settings().all()).texts())) {
                assertEquals(
                        List.of(ETH.id()),
                        draft.provided().stream().map(a -> a.asset().id()).toList());
            }
        }
        assertEquals(
                MINE,
                ask(() -> shelf().assets().byId(ETH.id()))
                        .orElseThrow()
                        .receiver()
                        .text());
        assertEquals(
                List.of(
                        "anna | settings_changed | imtoken.network.devnet.*"
                                + " | chain=eip155:31337, name=Devnet, test=true",
                        "anna | settings_changed | imtoken.asset.eth.* | address=" + MINE
                                + ", decimals=18, id=eip155:31337/slip44:60, rate.USD=2000, symbol=ETH"),
                deeds());
    }

    @Test
    void what_the_server_s_own_configuration_accepts_is_accepted_from_the_start() {
        configured = Map.of("imtoken.networks", "devnet", "imtoken.assets", "eth");
        NODE.forEach((key, text) -> configured = with(configured, "imtoken.network.devnet." + key, text));
        COIN.forEach((key, text) -> configured = with(configured, "imtoken.asset.eth." + key, text));
        assertEquals(0, follow(arrangement()));
        assertEquals(
                List.of(ETH.id()),
                ask(() -> shelf().assets().all()).stream()
                        .map(a -> a.asset().id())
                        .toList());
    }

    @Test
    void the_first_addresses_of_an_account_are_shown_to_be_compared() {
        var here = arrangement();
        commit(() -> change(here).change(NETWORK, "anna"));
        var fresh = new HashMap<>(COIN);
        fresh.put("xpub", ACCOUNT);
        commit(() -> change(here).change(SettingChange.set(Kind.ASSET, "eth", fresh), "anna"));
        follow(here);
        var show = new ShowSettings(shelf().settings(), here, shelf().assets(), new CurrentAssets(here));
        assertEquals(
                List.of("0x6031564e7b2F5cc33737807b2E58DaFF870B590b", "0x80427Ae1f55bCf60ee4CD2db7549b8BC69a74303"),
                ask(() -> show.first(ETH.id())).stream()
                        .map(Address::text)
                        .limit(2)
                        .toList());
        assertEquals(List.of(), ask(() -> show.first("eip155:1/slip44:60")));
        var things = ask(() -> show.all(Kind.ASSET));
        assertEquals("ETH", things.getFirst().text("symbol"));
        assertTrue(things.getFirst().isKept());
    }

    @Test
    void what_is_taken_away_is_used_no_more() {
        var here = arrangement();
        commit(() -> change(here).change(NETWORK, "anna"));
        commit(() -> change(here).change(ASSET, "anna"));
        var words = refused(here, SettingChange.remove(Kind.NETWORK, "devnet"));
        assertTrue(words.contains("imtoken.networks has no such chain"), words);
        commit(() -> change(here).change(SettingChange.remove(Kind.ASSET, "eth"), "anna"));
        commit(() -> change(here).change(SettingChange.remove(Kind.NETWORK, "devnet"), "anna"));
        assertEquals(Map.of(), ask(change(here)::kept));
        assertEquals(4, follow(here));
    }

    @Test
    void what_a_start_would_refuse_is_not_kept() {
        var here = arrangement();
        commit(() -> change(here).change(NETWORK, "anna"));
        var mistyped = new HashMap<>(COIN);
        mistyped.put("address", MINE.replace("5aA", "5aa"));
        var words = refused(here, SettingChange.set(Kind.ASSET, "eth", mistyped));
        assertTrue(words.contains("imtoken.asset.eth."), words);
        assertEquals(1, ask(() -> shelf().settings().version()));
        assertEquals(1, deeds().size());
    }

    @Test
    void what_the_server_s_own_configuration_sets_is_not_changed_here() {
        configured = Map.of("imtoken.networks", "devnet", "imtoken.asset.eth.address", MINE);
        NODE.forEach((key, text) -> configured = with(configured, "imtoken.network.devnet." + key, text));
        var here = arrangement();
        var stolen = new HashMap<>(COIN);
        stolen.put("address", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359");
        var words = refused(here, SettingChange.set(Kind.ASSET, "eth", stolen));
        assertTrue(words.contains("imtoken.asset.eth.address"), words);
        stolen.remove("address");
        commit(() -> change(here).change(SettingChange.set(Kind.ASSET, "eth", stolen), "anna"));
        assertEquals(1, follow(here));
        assertEquals(
                MINE,
                ask(() -> shelf().assets().byId(ETH.id()))
                        .orElseThrow()
                        .receiver()
                        .text());
    }

    @Test
    void nothing_is_changed_where_the_configuration_locks_it() {
        configured = Map.of("imtoken.settings.locked", "true");
        assertTrue(refused(arrangement(), NETWORK).contains("imtoken.settings.locked"));
        assertEquals(0, ask(() -> shelf().settings().version()));
        configured = Map.of("imtoken.settings.locked", "false");
        commit(() -> change(arrangement()).change(NETWORK, "anna"));
    }

    @Test
    void an_address_that_was_a_payment_s_own_becomes_no_shared_one() {
        var here = arrangement();
        commit(() -> change(here).change(NETWORK, "anna"));
        commit(() -> shelf().slots().lease(ReceivingSlot.any(new Address(MINE), ETH), "one", Instant.EPOCH));
        assertTrue(refused(here, ASSET).contains("was one payment's own"));
    }

    private long keep(Map<String, String> texts) {
        return ask(() -> {
            shelf().settings().locked();
            return shelf().settings().keep(texts);
        });
    }

    private void keepFirst() {
        database().execute("delete from kept_setting");
        keep(Map.of("mine", "0xmine", "other", "0xother"));
    }

    private String refused(LiveArrangement here, SettingChange change) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> commit(() -> change(here).change(change, "anna")))
                .getMessage();
    }

    private LiveArrangement arrangement() {
        return new LiveArrangement(
                new Settings(new Keys(configured)), new AddressGuard(List.of()), InstantSource.system());
    }

    private ChangeSettings change(LiveArrangement arrangement) {
        var never = new ChangeRule(Duration.ZERO, false);
        return new ChangeSettings(
                shelf().settings(),
                arrangement,
                new CheckAddresses(shelf().slots(), shelf().assets()),
                new HoldChange(shelf().owners(), shelf().pending(), never, shelf().takings(), InstantSource.system()),
                shelf().audit());
    }

    private long follow(LiveArrangement arrangement) {
        var follow = new FollowSettings(
                shelf().settings(), arrangement, new CheckAddresses(shelf().slots(), shelf().assets()));
        return ask(follow::follow);
    }

    private static Map<String, String> with(Map<String, String> texts, String key, String text) {
        var more = new HashMap<>(texts);
        more.put(key, text);
        return Map.copyOf(more);
    }
}
