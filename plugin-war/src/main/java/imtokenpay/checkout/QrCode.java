package imtokenpay.checkout;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/// A QR code as one SVG path of horizontal runs: crisp at any size, and small enough to stand in the page
/// itself, so that
/// a shopper far away needs no second request to see it.
public final class QrCode {
    /// Light modules around the code that scanners need (ISO/IEC 18004, 6.3.8).
    private static final int QUIET_ZONE = 4;

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    /// Encodes a text.
    ///
    /// @throws IllegalArgumentException if it is too long for any QR code
    static QrCode of(String text) {
        try {
            return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length() + " characters", tooLong);
        }
    }

    /// Modules along one side, the quiet zone included.
    public int size() {
        return modules.getWidth() + 2 * QUIET_ZONE;
    }

    /// The dark modules as strokes one unit wide: `M4 4.5h7m1 0h1...`, each `h` a run, each `m` the way to the
    /// next.
    public String path() {
        var path = new StringBuilder();
        var x = 0;
        var y = 0;
        for (var row = 0; row < modules.getHeight(); row++) {
            for (var column = 0; column < modules.getWidth(); ) {
                var end = endOfRun(row, column);
                if (end > column) {
                    move(path, column - x, row - y);
                    path.append('h').append(end - column);
                    x = end;
                    y = row;
                }
                column = end + 1;
            }
        }
        return path.toString();
    }

    /// The whole code as a picture of its own.
    String svg() {
        var sides = size() + " " + size();
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + sides + "\" shape-rendering=\"crispEdges\">"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path fill=\"none\" stroke=\"#000\" d=\""
                + path()
                + "\"/></svg>";
    }

    private static void move(StringBuilder path, int right, int down) {
        if (path.isEmpty()) {
            path.append('M')
                    .append(QUIET_ZONE + right)
                    .append(' ')
                    .append(QUIET_ZONE + down)
                    .append(".5");
        } else {
            path.append('m').append(right).append(' ').append(down);
        }
    }

    private int endOfRun(int row, int column) {
        var end = column;
        while (end < modules.getWidth() && modules.get(end, row) == 1) {
            end++;
        }
        return end;
    }
}
