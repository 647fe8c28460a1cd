package imtokenpay.adapter.http;

import java.io.IOException;
import java.io.InputStream;

/// The lines of an answer, no more bytes of them than a limit: nobody can make us read without end.
final class Lines {
    private final InputStream in;
    private int left;

    Lines(InputStream in, int bytesMax) {
        this.in = in;
        this.left = bytesMax;
    }

    /// The next line, without its end.
    String next() throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the answer breaks off");
            }
            spend(1);
            line.append((char) next);
        }
        var end = line.length();
        return line.substring(0, end > 0 && line.charAt(end - 1) == '\r' ? end - 1 : end);
    }

    /// Reads past so many bytes.
    void skip(int count) throws IOException {
        spend(count);
        in.skipNBytes(count);
    }

    private void spend(int count) throws IOException {
        left -= count;
        if (left < 0) {
            throw new IOException("the answer is too long");
        }
    }
}
