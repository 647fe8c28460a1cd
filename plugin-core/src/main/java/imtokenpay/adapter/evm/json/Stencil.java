package imtokenpay.adapter.evm.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How one record was written, to pass others like it. A node writes all records of an answer alike, to the byte, but
/// for their texts. Where one has the length of the pattern, and what is outside of its texts is the same, its texts
/// are where they were. Nobody looks for quotes inside them; there are none if a text is the hexadecimal digits that a
/// [Field] takes it for.
final class Stencil {
    // More than a log of a transfer takes. Each record is compared with all of a pattern, so that a node could keep us
    // busy with a long one.
    private static final int LENGTH_MAX = 1_024;

    /// A text that somebody may want.
    private record Text(Field holder, int start, int end) {}

    private final int length;
    // What stands outside of the texts, eight bytes each; a bit is set where the record must be the same. Most of a
    // record is texts, and where nothing but a text stands, nothing is compared.
    private final int[] places;
    private final long[] words;
    private final long[] masks;
    private final List<Text> texts;

    private Stencil(byte[] bytes, int start, boolean[] isOpen, List<Text> texts) {
        length = isOpen.length;
        this.texts = texts;
        places = IntStream.range(0, (length + Long.BYTES - 1) / Long.BYTES)
                .map(word -> Math.min(word * Long.BYTES, length - Long.BYTES))
                .filter(place -> mask(isOpen, place) != 0)
                .toArray();
        words = IntStream.of(places)
                .mapToLong(place -> Hex.word(bytes, start + place))
                .toArray();
        masks = IntStream.of(places).mapToLong(place -> mask(isOpen, place)).toArray();
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
        var isOpen = new boolean[to - start];
        var texts = new ArrayList<Text>();
        var at = start;
        for (var quote = slice.special(at); quote < to; quote = slice.special(at)) {
            var end = slice.special(quote + 1);
            if (end >= to || bytes[quote] != '"' || bytes[end] != '"') {
                return Optional.empty();
            }
            at = end + 1;
            if (!isName(bytes, at)) {
                var text = quote + 1;
                Arrays.fill(isOpen, text - start, end - start, true);
                holders.stream()
                        .filter(field -> field.isAt(text))
                        .forEach(field -> texts.add(new Text(field, text - start, end - start)));
            }
        }
        return Optional.of(new Stencil(bytes, start, isOpen, texts));
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
        if (end - at < length || differs(bytes, at, places.length - 1) != 0) {
            return false;
        }
        var differing = 0L;
        for (var i = 0; i < places.length - 1; i++) {
            differing |= differs(bytes, at, i);
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

    private long differs(byte[] bytes, int at, int i) {
        return (Hex.word(bytes, at + places[i]) ^ words[i]) & masks[i];
    }

    // Of the eight bytes from there on, those that are in no text.
    private static long mask(boolean[] isOpen, int place) {
        var mask = 0L;
        for (var i = 0; i < Long.BYTES; i++) {
            mask |= isOpen[place + i] ? 0 : 0xFFL << i * Byte.SIZE;
        }
        return mask;
    }
}
