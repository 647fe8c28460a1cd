package imtokenpay.screen;

import static imtokenpay.screen.Counter.counter;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.outside.Checkout;
import imtokenpay.screen.Window.Device;
import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The list of payments in a real browser: what narrows it, and what a person saves of that.
@ExtendWith(Counter.Opened.class)
class PaymentsIT {
    @BeforeAll
    static void somebody_may_enter() {
        counter().admin().inbox();
    }

    @ParameterizedTest
    @EnumSource(
            value = Device.class,
            names = {"DESKTOP", "PHONE"})
    void payments_of_a_time_are_listed_and_what_narrows_the_list_is_saved_under_a_name(Device device) {
        String payment = new Checkout(counter().inEth()).paymentId();
        String name = "Since 2020 & <b>" + device;
        try (Window window = DeskIT.signedIn(device)) {
            window.open(list());
            window.type("#from", "yesterday");
            window.click("#narrow [type=submit]");
            window.awaitText("[role=alert]", "From must be a day or a time such as 2026-12-01");
            DeskIT.judge(window, device, "payments-wrong-time");
            window.open(URI.create(list() + "?status=awaiting&to=2020-01-02"));
            window.awaitText(".empty", "There is no such payment.");
            window.open(URI.create(list() + "?status=awaiting&store=demo&from=2020-01-02"));
            window.awaitText("label[for=from]", "From (");
            assertTrue(window.isShown("[data-payment='" + payment + "']"));
            window.type("[id='save:name']", name);
            DeskIT.judge(window, device, "payments-narrowed");
            window.click("[id='save:do']");
            window.awaitText(".saved", "Saved.");
            window.type("[id='save:name']", name);
            window.click("[id='save:do']");
            window.awaitText(".error", "You have a filter of that name already.");
            window.open(list());
            window.click("[aria-label='Your saved filters'] a");
            window.awaitText("#drop", name);
            assertTrue(window.isShown("[data-payment='" + payment + "']"));
            DeskIT.judge(window, device, "payments-saved");
            window.click("[id='drop:do']");
            window.awaitText("[aria-label=Status] a.here", "all");
            assertFalse(window.isShown("[aria-label='Your saved filters']"));
        }
    }

    private static URI list() {
        return counter().admin().address("payments.xhtml");
    }
}
