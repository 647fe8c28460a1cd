package imtokenpay.bench.page;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import imtokenpay.bench.report.Contender;
import imtokenpay.bench.report.Line;
import imtokenpay.bench.report.Race;
import imtokenpay.bench.row.Row;
import imtokenpay.checkout.qr.QrCode;
import io.nayuki.qrcodegen.QrCode.Ecc;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/// The code of a token payment as EIP-681 writes it (130 characters): microseconds of CPU to encode it and to write its
/// path, beside those who only encode it, and beside the way that tutorials show (a PNG by ImageIO).
public final class QrCodes implements Row {
    private static final int CODES = 2_000;
    private static final int PICTURES = 100;
    private static final int PICTURE_PIXELS = 300;
    private static final int MICROS_MAX = 80;
    private static final int BYTES_MAX = 2_900;

    @Override
    public String name() {
        return "qr";
    }

    @Override
    public List<Line> run() {
        var texts = IntStream.range(0, CODES).mapToObj(QrCodes::text).toList();
        var standings = new Race(3, 5)
                .between(
                        contender("ours", texts, text -> !QrCode.of(text).path().isEmpty()),
                        contender("ZXing", texts, QrCodes::byZxing),
                        contender(
                                "nayuki", texts, text -> io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.LOW).size > 0),
                        contender("ZXing and ImageIO", texts.subList(0, PICTURES), QrCodes::asTutorialsDo));
        var ours = standings.getFirst().cpuMedian() / 1_000;
        var longest = texts.stream()
                .mapToInt(text -> QrCode.of(text).path().length())
                .max()
                .orElseThrow();
        return List.of(
                new Line(
                        name() + ".encode",
                        ours,
                        "us CPU for code and path",
                        new Line.Goal.AtMost(MICROS_MAX),
                        Map.of(
                                "ZXing", standings.get(1).cpuMedian() / 1_000,
                                "nayuki", standings.get(2).cpuMedian() / 1_000,
                                "ZXing and ImageIO", standings.get(3).cpuMedian() / 1_000)),
                new Line(name() + ".bytes", longest, "B, the longest path", new Line.Goal.AtMost(BYTES_MAX), Map.of()));
    }

    private static String text(int order) {
        return "ethereum:0xdAC17F958D2ee523a2206206994597C13D831ec7@1/transfer"
                + "?address=0x70997970C51812dc3A010C7d01b50e0d17dc79C8&uint256=" + (25_370_000 + order);
    }

    private static Contender contender(String name, List<String> texts, Predicate<String> isMade) {
        return new Contender(name, () -> texts.stream().filter(isMade).count(), texts.size(), texts.size());
    }

    private static boolean byZxing(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.L).getMatrix().getWidth() > 0;
        } catch (WriterException tooLong) {
            throw new IllegalStateException(tooLong);
        }
    }

    private static boolean asTutorialsDo(String text) {
        try (var out = new ByteArrayOutputStream()) {
            var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, PICTURE_PIXELS, PICTURE_PIXELS);
            var image = new BufferedImage(PICTURE_PIXELS, PICTURE_PIXELS, BufferedImage.TYPE_BYTE_BINARY);
            for (var x = 0; x < PICTURE_PIXELS; x++) {
                for (var y = 0; y < PICTURE_PIXELS; y++) {
                    image.setRGB(x, y, matrix.get(x, y) ? 0xff000000 : 0xffffffff);
                }
            }
            ImageIO.write(image, "png", out);
            return out.size() > 0;
        } catch (WriterException tooLong) {
            throw new IllegalStateException(tooLong);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
