package imtokenpay.bench.chain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that are written and thrown away again and again. Writes hexadecimal digits without making an object.
public final class Ink {
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int START = 1 << 16;

    private byte[] bytes = new byte[START];
    private int length;

    /// A fixed text, ready to be copied.
    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// How many bytes were written.
    public int length() {
        return length;
    }

    /// Forgets what was written after that many bytes.
    public void cut(int kept) {
        length = kept;
    }

    /// Writes a text.
    public Ink put(String text) {
        return put(text(text));
    }

    /// Writes bytes.
    public Ink put(byte[] part) {
        room(part.length);
        System.arraycopy(part, 0, bytes, length, part.length);
        length += part.length;
        return this;
    }

    /// Writes the last digits of a number, zeros in front included.
    Ink digits(long number, int count) {
        room(count);
        var left = number;
        for (var at = length + count - 1; at >= length; at--) {
            bytes[at] = DIGITS[(int) left & 15];
            left >>>= 4;
        }
        length += count;
        return this;
    }

    /// Writes a number as nodes write quantities: `0x` and no zeros in front.
    public Ink quantity(long number) {
        put("0x");
        return digits(number, Math.max(1, (67 - Long.numberOfLeadingZeros(number)) / 4));
    }

    /// The text that was written.
    public String text() {
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }

    /// Sends all that was written.
    public void sendTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
