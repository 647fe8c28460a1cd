package imtokenpay.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.flow.setup.SettingChange;
import imtokenpay.flow.setup.SettingChange.Kind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What whoever has stolen a password tries, so that his change takes effect unseen.
public abstract class StolenContract extends StoreContract {
    private static final Duration DAY = Duration.ofHours(24);

    private PendingDesk desk;

    @BeforeEach
    void a_shop_that_sells() {
        desk = PendingDesk.thatSells(database(), shelf());
    }

    @Test
    void nobody_approves_his_own_change_under_another_spelling_of_his_name() {
        desk.owner("İnci");
        database().execute("update shop_owner set owner_since = null");
        desk.change(desk.address(PendingDesk.THEIRS), "İnci");
        for (var name : List.of("İnci", "i\u0307nci", "I\u0307NCI")) {
            assertTrue(desk.refused(name).contains("for another owner"), name);
        }
        assertTrue(desk.approve("ben"));
    }

    @Test
    void what_somebody_asked_for_who_is_no_owner_any_more_does_not_take_effect_by_itself() {
        desk.change(desk.address(PendingDesk.THEIRS), "ben");
        database().execute("update shop_owner set role = 'support' where name = 'ben'");
        desk.later(DAY);
        desk.look();
        assertEquals(PendingDesk.MINE, desk.kept("address"));
        assertTrue(
                desk.newDeeds().getLast().startsWith("imtoken-pay | change_stopped"),
                desk.newDeeds().getLast());
    }

    @Test
    void nothing_that_was_typed_makes_lines_of_a_mail() {
        for (var name : List.of("Books\n\nAll is well: https://evil.example", "Bo\u2028\u0085oks", "\u202eBooks")) {
            var mail = mailOfStore(name);
            assertEquals(6, mail.lines().count(), mail);
            assertFalse(mail.matches("(?s).*[\\u2028\\u0085\\u202e].*"), mail);
        }
    }

    @Test
    void no_name_keeps_a_mail_from_being_sent_or_a_change_from_being_stopped() {
        assertTrue(mailOfStore("Bo\u0000oks").contains("/other"));
        assertEquals(List.of(), desk.words());
    }

    private String mailOfStore(String name) {
        desk.change(desk.store(Map.of("name", name)));
        desk.change(desk.store(Map.of("name", name, "webhook-url", "http://127.0.0.1:9/other")));
        commit(() -> desk.tell().tellNew());
        desk.send();
        var mail = desk.postman().mails().getLast();
        desk.stopAll();
        desk.send();
        desk.later(Duration.ofSeconds(1));
        return mail;
    }

    @Test
    void what_the_database_would_not_take_is_refused_when_it_is_asked_for() {
        var node = new HashMap<>(PendingDesk.OTHER_NODE);
        node.put("name", "N".repeat(65));
        assertTrue(desk.change(SettingChange.set(Kind.NETWORK, "other", node)));
        var coin = Map.of(
                "id",
                "eip155:4242/slip44:60",
                "symbol",
                "ETH",
                "decimals",
                "18",
                "address",
                PendingDesk.OWN,
                "rate.USD",
                "1");
        var words = assertThrows(IllegalArgumentException.class, () -> desk.change(desk.asset("more", coin)));
        assertTrue(words.getMessage().contains("64"), words.getMessage());
    }

    @Test
    void a_change_is_told_that_takes_the_place_of_another_one_while_that_is_told() {
        desk.change(desk.address(PendingDesk.OWN));
        commit(() -> {
            shelf().pending().untold();
            CompletableFuture.runAsync(() -> {
                        desk.stopAll();
                        desk.later(Duration.ofSeconds(1));
                        desk.change(desk.address(PendingDesk.THEIRS));
                    })
                    .join();
            desk.tell().tellNew();
        });
        commit(() -> desk.tell().tellNew());
        desk.send();
        var mails = String.join("\n", desk.postman().mails());
        assertTrue(mails.contains(PendingDesk.THEIRS), mails);
    }

    @Test
    void nothing_that_is_sent_changes_who_is_told_by_mail_how_long_changes_wait_or_what_is_locked() {
        for (var key : List.of(
                "imtoken.mail.to",
                "imtoken.mail.host",
                "imtoken.admin.change-delay-hours",
                "imtoken.admin.four-eyes",
                "imtoken.admin.second-factor",
                "imtoken.settings.locked")) {
            var more = Map.of(key, "0");
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new SettingChange(Kind.STORE, "books", Map.of("name", "Books"), more),
                    key);
        }
        for (var name : List.of("../admin", "x.y", "", "ADMIN")) {
            assertThrows(IllegalArgumentException.class, () -> SettingChange.set(Kind.STORE, name, Map.of()), name);
        }
    }

    @Test
    void of_a_token_that_is_added_it_is_told_which_one_it_is() {
        desk.change(desk.asset("usdc", PendingDesk.USDC));
        assertTrue(
                desk.words().getFirst().contains(PendingDesk.USDC.get("id")),
                desk.words().getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example@evil.example", "https://shop.example:x@evil.example"})
    void an_address_of_the_shop_that_is_none_is_refused_and_does_not_wait_for_who_reads_it_fast(String address) {
        var books = desk.store(Map.of()).texts();
        var elsewhere = new SettingChange(Kind.STORE, "books", books, Map.of("imtoken.public-url", address));
        assertThrows(IllegalArgumentException.class, () -> desk.change(elsewhere));
        var back = desk.store(Map.of("return-origins", address));
        assertThrows(IllegalArgumentException.class, () -> desk.change(back));
        assertEquals(List.of(), desk.words());
    }
}
