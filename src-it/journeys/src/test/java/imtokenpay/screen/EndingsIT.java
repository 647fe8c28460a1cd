package imtokenpay.screen;

import static imtokenpay.screen.Counter.counter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.outside.Await;
import imtokenpay.outside.Checkout;
import imtokenpay.screen.Window.Device;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The checkout page in a real browser when a payment does not end as it should.
@ExtendWith(Counter.Opened.class)
class EndingsIT {
    // A payment of the story waits 45 s.
    private static final Duration WINDOW = Duration.ofSeconds(90);

    @Test
    void who_pays_too_late_or_too_little_is_told_whom_to_ask_and_one_who_paid_nothing_is_free() {
        URI nothing = counter().inUsdt();
        String address = new Checkout(nothing).address();
        BigDecimal asked = counter().asked(nothing);
        URI little = counter().inUsdt();
        counter().devnet().sendUsdt(new Checkout(little).address(), BigDecimal.ONE);
        counter().devnet().mine(1);
        try (Window late = Window.on(Device.PHONE).open(nothing);
                Window few = Window.on(Device.DESKTOP).open(little)) {
            awaitEnd(late, "Time is over");
            ended(late, Device.PHONE, "expired");
            awaitEnd(few, "Please contact the shop");
            ended(few, Device.DESKTOP, "short");
            assertTrue(few.text("section").contains("Received: 1 USDT / 18"), few.text("section"));

            counter().devnet().sendUsdt(address, asked);
            counter().devnet().mine(7);
            Await.until(
                    "what came late is on the page",
                    Window.PATIENCE,
                    () -> late.open(nothing).heading().equals("Please contact the shop"));
            ended(late, Device.PHONE, "late");
        }
    }

    @Test
    void money_that_leaves_the_chain_after_all_is_told_to_who_looks_again() {
        URI page = counter().inUsdt();
        try (Window window = Window.on(Device.PHONE).open(page)) {
            counter().payByDemoButton(page);
            counter().devnet().mine(6);
            window.awaitHeading("Paid. Thank you!");
            counter().devnet().replaceBlocks(7);
            counter().devnet().mine(1);
            Await.until(
                    "the page knows of the reorg",
                    Window.PATIENCE,
                    () -> window.open(page).heading().equals("The payment left the chain"));
            ended(window, Device.PHONE, "reversed");
        }
    }

    // Nothing may invite to pay, and there is a way back to the shop.
    private static void ended(Window window, Device device, String standing) {
        assertFalse(window.isShown("svg.qr"), standing);
        assertFalse(window.isShown("[data-copy]"), standing);
        assertTrue(window.isShown("a.button.main"), standing);
        assertEquals("Back to the shop", window.text("a.button.main"));
        CheckoutIT.judge(window, device, standing);
    }

    // Time goes by the chain's blocks.
    private static void awaitEnd(Window window, String heading) {
        try {
            Await.until("the page says " + heading, WINDOW, () -> {
                counter().devnet().mine(1);
                return window.heading().equals(heading);
            });
        } catch (AssertionError overdue) {
            throw new AssertionError(overdue.getMessage() + ", but: " + window.text("main"), overdue);
        }
    }
}
