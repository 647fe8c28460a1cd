package imtokenpay.devnet.wallet.scan;

import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/// Draws a code as the checkout page does: one path of horizontal strokes.
public final class QrDrawing {
    private static final int MARGIN = 4;

    private QrDrawing() {}

    /// The inline SVG of a code.
    public static String svg(String text) {
        ByteMatrix code = matrix(text);
        int side = code.getWidth() + 2 * MARGIN;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"qr\" viewBox=\"0 0 " + side + " " + side
                + "\" role=\"img\"><path stroke=\"#000\" d=\"" + path(code) + "\"/></svg>";
    }

    static BitMatrix picture(String text) {
        ByteMatrix code = matrix(text);
        BitMatrix picture = new BitMatrix(code.getWidth() + 2 * MARGIN);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y) == 1) {
                    picture.set(x + MARGIN, y + MARGIN);
                }
            }
        }
        return picture;
    }

    private static String path(ByteMatrix code) {
        StringBuilder path = new StringBuilder();
        int penX = 0;
        int penY = 0;
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                int run = run(code, x, y);
                if (run > 0) {
                    path.append(
                            path.isEmpty()
                                    ? "M" + (x + MARGIN) + " " + (y + MARGIN) + ".5"
                                    : "m" + (x - penX) + " " + (y - penY));
                    path.append("h").append(run);
                    x += run;
                    penX = x;
                    penY = y;
                }
            }
        }
        return path.toString();
    }

    private static int run(ByteMatrix code, int x, int y) {
        int end = x;
        while (end < code.getWidth() && code.get(end, y) == 1) {
            end++;
        }
        return end - x;
    }

    private static ByteMatrix matrix(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
