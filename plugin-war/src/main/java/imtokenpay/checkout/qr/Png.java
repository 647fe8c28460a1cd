package imtokenpay.checkout.qr;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// A QR code as a PNG picture of one bit a pixel (PNG, third edition, W3C 2025), some 700 bytes.
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int MODULE_PIXELS = 8;
    private static final int HEADER_LENGTH = 13;
    private static final int FRAME_LENGTH = 12;

    private Png() {}

    /// Draws it, a module 8 pixels wide, so that each is one byte of a line.
    public static byte[] of(QrCode code) {
        var side = code.size() * MODULE_PIXELS;
        var out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        // One bit a pixel, grey; the three zeros name the only methods that there are.
        out.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(HEADER_LENGTH)
                        .putInt(side)
                        .putInt(side)
                        .put((byte) 1)
                        .array()));
        out.writeBytes(chunk("IDAT", packed(lines(code))));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    // Each line begins with its filter: none (0), or the same as above (2), which leaves nothing but zeros.
    private static byte[] lines(QrCode code) {
        var width = code.size() + 1;
        var lines = new byte[width * code.size() * MODULE_PIXELS];
        for (var y = 0; y < code.size(); y++) {
            var line = y * MODULE_PIXELS * width;
            for (var x = 0; x < code.size(); x++) {
                lines[line + 1 + x] = (byte) (code.isDark(x, y) ? 0x00 : 0xff);
            }
            for (var again = 1; again < MODULE_PIXELS; again++) {
                lines[line + again * width] = 2;
            }
        }
        return lines;
    }

    private static byte[] packed(byte[] lines) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(lines);
            deflater.finish();
            var packed = new byte[lines.length + 64];
            var length = deflater.deflate(packed);
            return ByteBuffer.allocate(length).put(packed, 0, length).array();
        } finally {
            deflater.end();
        }
    }

    private static byte[] chunk(String type, byte[] content) {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var check = new CRC32();
        check.update(name);
        check.update(content);
        return ByteBuffer.allocate(FRAME_LENGTH + content.length)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) check.getValue())
                .array();
    }
}
