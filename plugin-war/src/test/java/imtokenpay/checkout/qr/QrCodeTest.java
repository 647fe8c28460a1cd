package imtokenpay.checkout.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final Pattern STEP = Pattern.compile("([Mmh])(-?[0-9.]+)(?: (-?[0-9.]+))?");
    private static final int QUIET = 4;

    @Test
    void the_paths_of_ten_thousand_payments_are_decoded_whatever_mask_they_have() throws Exception {
        var random = new SplittableRandom(11);
        var masks = new TreeSet<Integer>();
        for (var i = 0; i < 10_000; i++) {
            var text = Forms.any(random);
            var modules = painted(QrCode.of(text));
            masks.add(mask(modules));
            assertEquals(text, new Decoder().decode(modules).getText());
        }
        assertEquals(Mask.COUNT, masks.size());
    }

    @Test
    void the_code_of_a_token_payment_is_small_enough_to_stand_in_the_page() {
        var random = new SplittableRandom(12);
        var longest = 0;
        for (var i = 0; i < 1_000; i++) {
            longest = Math.max(longest, QrCode.of(Forms.token(random)).path().length());
        }
        System.out.println("qr: path of a token payment at most " + longest + " characters");
        assertTrue(longest <= 3_500, longest + " characters");
    }

    @Test
    void a_text_that_is_too_long_is_refused() {
        QrCode.of("x".repeat(230));
        for (var length : new int[] {231, 4_000}) {
            var wrong = assertThrows(IllegalArgumentException.class, () -> QrCode.of("x".repeat(length)));
            assertEquals("too long for a QR code: " + length + " characters", wrong.getMessage());
        }
    }

    // Three bits of the format beside the upper left corner, which has a mask of its own (ISO/IEC 18004:2015, 7.9.1).
    private static int mask(BitMatrix modules) {
        var bits = (modules.get(2, 8) ? 4 : 0) + (modules.get(3, 8) ? 2 : 0) + (modules.get(4, 8) ? 1 : 0);
        return bits ^ 0b101;
    }

    // Follows the path as a browser does: every h paints a run in the row that the pen is in.
    private static BitMatrix painted(QrCode code) {
        var modules = new BitMatrix(code.size() - 2 * QUIET);
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
                    modules.setRegion(x - QUIET, y - QUIET, run, 1);
                    x += run;
                }
            }
        }
        return modules;
    }
}
