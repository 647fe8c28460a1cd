package imtokenpay.checkout.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
    @Test
    void a_picture_is_found_and_read_and_is_small() throws Exception {
        var random = new SplittableRandom(14);
        var largest = 0;
        for (var i = 0; i < 300; i++) {
            var text = Forms.any(random);
            var png = Png.of(QrCode.of(text));
            largest = Math.max(largest, png.length);
            assertEquals(text, read(png));
        }
        System.out.println("qr: PNG at most " + largest + " bytes");
        assertTrue(largest <= 800, largest + " bytes");
    }

    private static String read(byte[] png) throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        var width = image.getWidth();
        var pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        var light = new RGBLuminanceSource(width, image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(light)))
                .getText();
    }
}
