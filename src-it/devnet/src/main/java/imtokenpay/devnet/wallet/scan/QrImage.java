package imtokenpay.devnet.wallet.scan;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/// Reads the text of a QR code from a picture, as the camera of a phone would.
public final class QrImage {
    private QrImage() {}

    /// From inline SVG as the checkout page draws it; empty when there is no readable code.
    public static Optional<String> readSvg(String svg) {
        return QrPath.rasterise(svg)
                .flatMap(raster -> decode(new RGBLuminanceSource(raster.side(), raster.side(), raster.pixels())));
    }

    /// From a PNG or another format this JVM reads.
    public static Optional<String> readPng(byte[] file) {
        try {
            return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(file)))
                    .flatMap(QrImage::read);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// From any picture.
    public static Optional<String> read(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        return decode(new RGBLuminanceSource(width, height, pixels));
    }

    // A camera looks again from a little elsewhere; a picture that is drawn to the pixel stays as it is, and the search
    // for
    // the code's corners fails in three of a thousand. Such a picture is read by its pixels instead.
    private static Optional<String> decode(LuminanceSource picture) {
        return decode(picture, Map.of()).or(() -> decode(picture, Map.of(DecodeHintType.PURE_BARCODE, true)));
    }

    private static Optional<String> decode(LuminanceSource picture, Map<DecodeHintType, ?> hints) {
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(picture)), hints)
                    .getText());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }
}
