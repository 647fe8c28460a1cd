package imtokenpay.storefront.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.storefront.event.PaymentEvent;
import imtokenpay.storefront.ledger.Intent;
import imtokenpay.storefront.ledger.Ledger;
import imtokenpay.storefront.ledger.RowStatus;
import imtokenpay.storefront.scene.Database;
import imtokenpay.storefront.scene.Example;
import imtokenpay.storefront.scene.StoreOnPaper;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnouncedOrdersTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:02:11Z");
    private static final Signer PLUGIN = Signer.named("plugin");

    private final Database database = new Database();
    private final Ledger ledger = new Ledger(database, () -> NOW);
    private final StoreOnPaper store = new StoreOnPaper().order("1042", "12.50", true);
    private final List<String> heard = new ArrayList<>();
    private boolean broken;
    private final Receiver receiver = new Receiver(
            new Signatures(List.of(PLUGIN.key()), Duration.ofSeconds(300), () -> NOW),
            ledger,
            new Storekeeper(() -> new AnnouncedOrders(store, this::hear)));

    @BeforeEach
    void an_order_is_being_paid() {
        receiver.open();
        ledger.intend(new Intent("5f0c", "1042", Example.ETH, new BigDecimal("12.50"), "USD", "2 books", "", ""));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "payment.settled, settled, PaymentSettled, paid",
        "payment.expired, expired, PaymentExpired, released",
        "payment.cancelled, cancelled, PaymentCancelled, released",
        "payment.confirming, confirming, PaymentDetected, detected",
        "payment.underpaid, underpaid, PaymentDetected, detected",
        "payment.unresolved, unresolved, PaymentException, exception",
        "payment.reversed, reversed, PaymentException, exception"
    })
    void listeners_hear_what_the_bean_was_told_and_after_it(String type, String status, String event, String call) {
        assertEquals(Answer.DONE, send(type, status));
        assertEquals(List.of(event + " after " + call), heard);
    }

    @Test
    void what_the_bean_is_not_told_no_listener_hears() {
        store.order("1042", "12.50", false);
        send("payment.cancelled", "cancelled");
        assertEquals(List.of(), heard);
    }

    @Test
    void a_listener_that_throws_rolls_the_event_back_and_it_comes_again() {
        broken = true;
        assertEquals(Answer.TRY_AGAIN, send("payment.settled", "settled"));
        assertEquals(RowStatus.ASKED, ledger.ofOrder("1042").getFirst().status());
        broken = false;
        assertEquals(Answer.DONE, send("payment.settled", "settled"));
        assertEquals(List.of("PaymentSettled after paid"), heard);
        assertEquals(Answer.DONE, send("payment.settled", "settled"));
        assertEquals(1, heard.size());
    }

    @Test
    void a_bean_that_throws_is_not_announced() {
        store.broken(true);
        send("payment.settled", "settled");
        assertEquals(List.of(), heard);
    }

    private void hear(PaymentEvent event) {
        if (broken) {
            throw new IllegalStateException("the listener is broken");
        }
        String before = store.told().getLast().split(" ")[0];
        heard.add(event.getClass().getSimpleName() + " after " + before);
    }

    private Answer send(String type, String status) {
        return receiver.receive(
                PLUGIN.sign("evt_3K", NOW, Example.payment().at(2, status).event(type)));
    }
}
