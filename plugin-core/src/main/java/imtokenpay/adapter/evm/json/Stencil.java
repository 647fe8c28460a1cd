package imtokenpay.adapter.evm.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How one record was written, to pass others like it. A node writes all records of an answer alike, to the byte, but
/// for their texts. Where one has the length of the pattern, and what is outside of its texts is the same, its texts
/// are where they were. Nobody looks for quotes inside them; there are none if a text is the hexadecimal digits that a
/// [Field] takes it for.
final class Stencil {
    private static final long ALL = -1;
    // More than a log of a transfer takes. Each record is compared with all of a pattern, so that a node could keep us
    // busy with a long one.
    private static final int LENGTH_MAX = 1_024;

    /// A text that somebody may want.
    private record Text(Field holder, int start, int end) {}

    private final int length;
    // Eight bytes each, the last ones overlapping those before; a bit is set where the record must be the same.
    private final long[] words;
    private final long[] masks;
    private final List<Text> texts = new ArrayList<>();

    private Stencil(byte[] bytes, int start, int length) {
        this.length = length;
        words = new long[(length + Long.BYTES - 1) / Long.BYTES];
        masks = new long[words.length];
        for (var i = 0; i < words.length; i++) {
            words[i] = Hex.word(bytes, start + place(i));
            masks[i] = ALL;
        }
    }

    /// The pattern of a record that was just walked; none if it has a text that is hard to tell from the rest, or is
    /// too short or too long.
    ///
    /// @param start where the record began
    /// @param holders who holds its texts
    static Optional<Stencil> of(Slice slice, int start, List<Field> holders) {
        var bytes = slice.bytes();
        var to = slice.end();
        if (to - start < Long.BYTES || to - start > LENGTH_MAX) {
            return Optional.empty();
        }
        var stencil = new Stencil(bytes, start, to - start);
        var at = start;
        for (var quote = slice.special(at); quote < to; quote = slice.special(at)) {
            var end = slice.special(quote + 1);
            if (bytes[quote] != '"' || bytes[end] != '"') {
                return Optional.empty();
            }
            at = end + 1;
            if (!isName(bytes, at)) {
                stencil.open(quote + 1 - start, end - start);
                var text = quote + 1;
                holders.stream()
                        .filter(field -> field.isAt(text))
                        .forEach(field -> stencil.texts.add(new Text(field, text - start, end - start)));
            }
        }
        return Optional.of(stencil);
    }

    // A colon may stand behind spaces. Every text of a record has something behind it.
    private static boolean isName(byte[] bytes, int textEnd) {
        var at = textEnd;
        while (bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
        return bytes[at] == ':';
    }

    /// Whether the record at that place is written like the pattern.
    boolean fits(byte[] bytes, int at, int end) {
        if (end - at < length || differs(bytes, at, words.length - 1) != 0) {
            return false;
        }
        var differing = 0L;
        for (var i = 0; i < words.length - 1; i++) {
            differing |= (Hex.word(bytes, at + i * Long.BYTES) ^ words[i]) & masks[i];
        }
        return differing == 0;
    }

    /// How long such a record is.
    int length() {
        return length;
    }

    /// Has a field hold its text of the record at that place.
    void fill(Field wanted, byte[] bytes, int at) {
        for (var text : texts) {
            if (text.holder() == wanted) {
                wanted.hold(bytes, at + text.start(), at + text.end());
            }
        }
    }

    /// Has every field hold its text of the record at that place.
    void fill(byte[] bytes, int at) {
        texts.forEach(text -> text.holder().hold(bytes, at + text.start(), at + text.end()));
    }

    private long differs(byte[] bytes, int at, int word) {
        return (Hex.word(bytes, at + place(word)) ^ words[word]) & masks[word];
    }

    private int place(int word) {
        return Math.min(word * Long.BYTES, length - Long.BYTES);
    }

    // From one byte to another the record may be anything.
    private void open(int from, int to) {
        for (var i = 0; i < words.length; i++) {
            for (var place = Math.max(from, place(i)); place < Math.min(to, place(i) + Long.BYTES); place++) {
                masks[i] &= ~(0xFFL << (place - place(i)) * Byte.SIZE);
            }
        }
    }
}
