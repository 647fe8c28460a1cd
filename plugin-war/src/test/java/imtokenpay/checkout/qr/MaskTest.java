package imtokenpay.checkout.qr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.EncodeHintType;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MaskTest {
    @Test
    void a_code_with_another_mask_is_what_zxing_makes_with_that_mask_in_every_version() throws Exception {
        for (var version = 1; version <= 9; version++) {
            var plain = zxing(version, 0);
            for (var mask = 0; mask < Mask.COUNT; mask++) {
                assertArrayEquals(
                        zxing(version, mask).rows(),
                        Mask.with(plain, mask).rows(),
                        "version " + version + ", mask " + mask);
            }
        }
    }

    @Test
    void a_penalty_is_what_the_rules_say_module_by_module() throws Exception {
        var random = new SplittableRandom(13);
        for (var i = 0; i < 200; i++) {
            var modules = Mask.with(zxing(random.nextInt(1, 10), 0), random.nextInt(Mask.COUNT));
            assertEquals(SlowPenalty.of(modules), Penalty.of(modules));
        }
    }

    private static Modules zxing(int version, int mask) throws Exception {
        return Modules.of(Encoder.encode(
                        "imToken Pay",
                        ErrorCorrectionLevel.L,
                        Map.of(EncodeHintType.QR_MASK_PATTERN, mask, EncodeHintType.QR_VERSION, version))
                .getMatrix());
    }
}
