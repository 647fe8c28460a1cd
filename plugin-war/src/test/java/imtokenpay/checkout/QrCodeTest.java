package imtokenpay.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final Pattern STEP = Pattern.compile("([Mmh])(-?[0-9.]+)(?: (-?[0-9.]+))?");

    @Test
    void the_path_paints_just_the_code_that_was_encoded() throws Exception {
        var random = new SplittableRandom(11);
        for (var i = 0; i < 300; i++) {
            var text = "ethereum:0x70997970C51812dc3A010C7d01b50e0d17dc79C8@" + random.nextInt(1, 100_000)
                    + "?decimal=18&value=" + random.nextLong(1, Long.MAX_VALUE);
            assertEquals(text, decoded(QrCode.of(text)));
        }
    }

    @Test
    void the_code_of_a_token_payment_is_small_enough_to_stand_in_the_page() {
        var text = "ethereum:0x70997970C51812dc3A010C7d01b50e0d17dc79C8@1?contractAddress="
                + "0xdAC17F958D2ee523a2206206994597C13D831ec7&decimal=6&value=25370000";
        var path = QrCode.of(text).path();
        assertTrue(path.length() < 6_000, () -> path.length() + " characters");
    }

    @Test
    void a_text_that_no_code_can_hold_is_refused() {
        var endless = "x".repeat(4_000);
        assertThrows(IllegalArgumentException.class, () -> QrCode.of(endless));
    }

    // Follows the path as a browser does: every h paints a run in the row that the pen is in.
    private static String decoded(QrCode code) throws Exception {
        var quiet = 4;
        var modules = new BitMatrix(code.size() - 2 * quiet);
        var x = 0;
        var y = 0;
        var steps = STEP.matcher(code.path());
        while (steps.find()) {
            switch (steps.group(1)) {
                case "M" -> {
                    x = Integer.parseInt(steps.group(2));
                    y = Integer.parseInt(steps.group(3).replace(".5", ""));
                }
                case "m" -> {
                    x += Integer.parseInt(steps.group(2));
                    y += Integer.parseInt(steps.group(3));
                }
                default -> {
                    var run = Integer.parseInt(steps.group(2));
                    modules.setRegion(x - quiet, y - quiet, run, 1);
                    x += run;
                }
            }
        }
        return new Decoder().decode(modules).getText();
    }
}
