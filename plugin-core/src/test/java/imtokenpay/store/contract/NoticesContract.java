package imtokenpay.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.flow.notice.Notices.Notice;
import imtokenpay.flow.notice.Postman.MailFailed;
import imtokenpay.flow.notice.Topic;
import imtokenpay.merchant.Owner;
import imtokenpay.merchant.Owner.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Mail about what somebody must know, wherever it waits to be sent.
public abstract class NoticesContract extends StoreContract {
    private static final Duration HOUR = Duration.ofHours(1);

    private PendingDesk desk;

    @BeforeEach
    void a_shop_that_sells() {
        desk = PendingDesk.thatSells(database(), shelf());
    }

    @Test
    void each_change_that_waits_is_told_once_and_what_becomes_of_it() {
        desk.change(desk.address(PendingDesk.THEIRS));
        tellNew();
        tellNew();
        desk.later(Duration.ofSeconds(1));
        desk.stop(desk.key(), "ben");
        desk.later(Duration.ofSeconds(1));
        desk.change(desk.address(PendingDesk.OWN));
        tellNew();
        desk.later(Duration.ofSeconds(1));
        desk.approve("ben");
        desk.change(desk.address(PendingDesk.MINE));
        desk.later(Duration.ofHours(24));
        desk.look();
        desk.send();
        var mails = desk.postman().mails();
        assertEquals(5, mails.size(), mails.toString());
        assertTrue(
                mails.getFirst()
                        .startsWith("imToken Pay: A change that could send money elsewhere\nanna asked on "
                                + PendingDesk.BEGIN + " to change ETH on Devnet: receiving address from "
                                + PendingDesk.MINE + " to " + PendingDesk.THEIRS + ". Its time comes on "),
                mails.getFirst());
        assertTrue(mails.getFirst().contains("\n\nLook: https://shop.example/imtoken/admin/changes.xhtml\n"));
        assertTrue(mails.get(1).contains("\nben has stopped a change. anna asked on "), mails.get(1));
        assertTrue(mails.get(3).contains("\nben has approved a change. anna asked on "), mails.get(3));
        assertTrue(mails.get(4).contains("\nA change takes effect now, since nobody has stopped it."), mails.get(4));
    }

    @Test
    void who_is_let_in_or_out_or_gets_another_role_is_told_and_who_did_it() {
        var people = desk.people().manage();
        commit(() -> people.add(new Owner("Carl", "hash", Role.AUDITOR), "anna"));
        desk.later(Duration.ofSeconds(1));
        commit(() -> people.assign("carl", Role.SUPPORT, "anna"));
        desk.later(Duration.ofSeconds(1));
        commit(() -> people.remove("carl", "anna"));
        commit(() -> people.remove("nobody", "anna"));
        assertThrows(IllegalStateException.class, () -> commit(() -> people.remove("anna", "carl")));
        desk.send();
        var mails = desk.postman().mails();
        assertEquals(3, mails.size(), mails.toString());
        var first = "imToken Pay: Who may enter has changed\nanna has let Carl enter, with the role auditor."
                + " If none of you knows of it, undo it, and have anna change the password.";
        assertTrue(mails.getFirst().startsWith(first), mails.getFirst());
        assertTrue(mails.getFirst().contains("\n\nLook: https://shop.example/imtoken/admin/owners.xhtml\n"));
        assertTrue(mails.get(1).contains("\nanna has given carl the role support."), mails.get(1));
        assertTrue(mails.get(2).contains("\nanna has removed carl."), mails.get(2));
    }

    @Test
    void what_is_rolled_back_is_not_told() {
        desk.change(desk.address(PendingDesk.THEIRS));
        rollBack(() -> desk.tell().tellNew());
        assertEquals(0, waiting());
        tellNew();
        assertEquals(1, waiting());
    }

    @Test
    void no_mail_holds_a_secret() {
        for (var change : List.of(
                desk.network(Map.of("rpc-url", "http://127.0.0.1:2/key-of-the-node")),
                desk.store(Map.of("webhook-secret", "whsec_" + "B".repeat(43) + "=")))) {
            assertFalse(desk.change(change));
        }
        tellNew();
        desk.send();
        var all = String.join("", desk.postman().mails());
        assertTrue(all.contains("secret that webhooks are signed with") && all.contains("127.0.0.1"), all);
        assertFalse(all.contains("key-of-the-node") || all.contains("BBBB"), all);
    }

    @Test
    void of_one_topic_more_is_told_at_most_once_an_hour_and_nothing_is_forgotten() {
        var told = new ArrayList<Boolean>();
        for (var figure : List.of(0L, 1L, 2L, 2L)) {
            told.add(isTold(Topic.PERSON_NEEDED, figure));
        }
        assertEquals(List.of(false, true, false, false), told);
        assertTrue(isTold(Topic.CHAIN_STALLED, 1), "another topic has an hour of its own");
        desk.later(HOUR.minusSeconds(1));
        assertFalse(isTold(Topic.PERSON_NEEDED, 2));
        desk.later(Duration.ofSeconds(1));
        assertTrue(isTold(Topic.PERSON_NEEDED, 2), "it came within the hour");
        desk.later(HOUR);
        assertFalse(isTold(Topic.PERSON_NEEDED, 2), "nothing is new");
        assertFalse(isTold(Topic.PERSON_NEEDED, 1));
        assertTrue(isTold(Topic.PERSON_NEEDED, 2), "one went, another one came");
    }

    @Test
    void many_nodes_tell_and_send_each_once() {
        Crowd.of(6, i -> () -> {
            commit(() -> desk.notices().tellOfMore(Topic.STORE_NOT_TOLD, 1, "words"));
            return i;
        });
        assertEquals(1, waiting());
        desk.later(HOUR);
        Crowd.of(6, i -> () -> {
            commit(() -> desk.notices().tellOfMore(Topic.STORE_NOT_TOLD, 2, "words"));
            return i;
        });
        assertEquals(2, waiting(), "the topic is known by now");
        for (var i = 0; i < 5; i++) {
            commit(() -> desk.notices().tell(Topic.CHANGE, "words"));
        }
        var claimed = Crowd.of(6, i -> () -> ask(() -> desk.notices().next()));
        var ids = claimed.stream().flatMap(Optional::stream).map(Notice::id).toList();
        assertEquals(ids.size(), ids.stream().distinct().count(), "two have the same in hand");
    }

    @Test
    void while_the_mail_server_is_down_mail_waits_and_it_is_given_up_after_a_day() {
        commit(() -> desk.notices().tell(Topic.CHANGE, "words"));
        desk.postman().shut(true);
        assertThrows(MailFailed.class, desk::send);
        desk.send();
        assertEquals(1, waiting(), "not at once again");
        desk.later(Duration.ofMinutes(1));
        desk.postman().shut(false);
        desk.send();
        assertEquals(1, desk.postman().mails().size());
        commit(() -> desk.notices().tell(Topic.CHANGE, "more words"));
        desk.postman().shut(true);
        var begin = desk.now();
        while (waiting() > 0) {
            desk.later(Duration.ofMinutes(1));
            try {
                desk.send();
            } catch (MailFailed down) {
                assertEquals("shut", down.getMessage());
            }
        }
        var tried = Duration.between(begin, desk.now());
        assertTrue(tried.toHours() >= 23 && tried.toHours() <= 26, tried.toString());
    }

    private boolean isTold(Topic topic, long figure) {
        var before = waiting();
        commit(() -> desk.notices().tellOfMore(topic, figure, "words"));
        return waiting() > before;
    }

    private void tellNew() {
        commit(() -> desk.tell().tellNew());
    }

    private int waiting() {
        return database().query("select id from notice").size();
    }
}
