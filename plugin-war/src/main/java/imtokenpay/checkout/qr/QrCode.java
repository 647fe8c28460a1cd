package imtokenpay.checkout.qr;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/// A QR code as one SVG path of horizontal runs: crisp at any size, and small enough to stand in the page itself, so
/// that a shopper far away needs no second request to see it.
///
/// Error correction is of level L: on a clean screen, larger modules help a camera more than spare ones.
public final class QrCode {
    /// Light modules around the code that scanners need (ISO/IEC 18004:2015, 6.3.8).
    private static final int QUIET_ZONE = 4;

    // A mask is named, since choosing one by ZXing takes nine tenths of its time.
    private static final Map<EncodeHintType, ?> PLAIN = Map.of(EncodeHintType.QR_MASK_PATTERN, 0);

    private final Modules modules;

    private QrCode(Modules modules) {
        this.modules = modules;
    }

    /// Encodes a text.
    ///
    /// @param text of ISO 8859-1, at most 230 characters
    /// @throws IllegalArgumentException if it is too long
    public static QrCode of(String text) {
        try {
            var matrix = Encoder.encode(text, ErrorCorrectionLevel.L, PLAIN).getMatrix();
            if (matrix.getWidth() <= Modules.SIZE_MAX) {
                return new QrCode(best(Modules.of(matrix)));
            }
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong(text), tooLong);
        }
        throw new IllegalArgumentException(tooLong(text));
    }

    private static String tooLong(String text) {
        return "too long for a QR code: " + text.length() + " characters";
    }

    private static Modules best(Modules plain) {
        var best = plain;
        var least = Penalty.of(plain);
        for (var mask = 1; mask < Mask.COUNT; mask++) {
            var masked = Mask.with(plain, mask);
            var penalty = Penalty.of(masked);
            if (penalty < least) {
                best = masked;
                least = penalty;
            }
        }
        return best;
    }

    /// Modules along one side, the quiet zone included.
    public int size() {
        return modules.size() + 2 * QUIET_ZONE;
    }

    /// Whether the module there is dark; the quiet zone counts.
    public boolean isDark(int x, int y) {
        var inside = x >= QUIET_ZONE && y >= QUIET_ZONE && x < size() - QUIET_ZONE && y < size() - QUIET_ZONE;
        return inside && modules.isDark(x - QUIET_ZONE, y - QUIET_ZONE);
    }

    /// The dark modules as strokes one unit wide: `M4 4.5h7m1 0h1...`, each `h` a run, each `m` the way to the next.
    public String path() {
        var path = new StringBuilder(3_000).append("M4 4.5");
        var x = 0;
        var y = 0;
        for (var row = 0; row < modules.size(); row++) {
            var left = modules.rows()[row];
            while (left != 0) {
                var start = Long.numberOfTrailingZeros(left);
                var run = Long.numberOfTrailingZeros(~(left >>> start));
                if (start != x || row != y) {
                    path.append('m').append(start - x).append(' ').append(row - y);
                }
                path.append('h').append(run);
                x = start + run;
                y = row;
                left &= -1L << x;
            }
        }
        return path.toString();
    }

    /// The whole code as a picture of its own.
    public String svg() {
        var sides = size() + " " + size();
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + sides + "\" shape-rendering=\"crispEdges\">"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path fill=\"none\" stroke=\"#000\" d=\""
                + path()
                + "\"/></svg>";
    }
}
