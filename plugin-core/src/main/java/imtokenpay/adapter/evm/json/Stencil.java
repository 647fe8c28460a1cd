package imtokenpay.adapter.evm.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one record was written, to pass others like it. A node writes all records of an answer alike, to the byte, but
/// for their texts. Where that holds, what is between the texts need only be compared, and a text whose quote is
/// where it was in the pattern is taken to end there, too. Nobody looks for quotes inside it; there are none if it is
/// the hexadecimal digits that a [Field] takes it for.
public final class Stencil {
    private static final int TEXTS_MAX = 20;

    // Of the pattern: each text, and who wants it.
    private final int[] starts = new int[TEXTS_MAX];
    private final int[] ends = new int[TEXTS_MAX];
    private final @Nullable Field[] fields = new Field[TEXTS_MAX];
    private int texts;
    private int from;
    private int to;
    // Of the record that was passed last.
    private final int[] passedStarts = new int[TEXTS_MAX];
    private final int[] passedEnds = new int[TEXTS_MAX];
    private boolean hasServed = true;

    /// Takes a record that was just walked for the pattern, unless the pattern before never fitted.
    ///
    /// @param start where the record began
    /// @param holders who holds its texts
    public void learn(Slice slice, int start, List<Field> holders) {
        if (!hasServed) {
            return;
        }
        hasServed = false;
        texts = 0;
        from = start;
        to = slice.end();
        var bytes = slice.bytes();
        var count = 0;
        var at = start;
        for (var quote = slice.special(at); quote < to; quote = slice.special(at)) {
            var end = slice.special(quote + 1);
            if (bytes[quote] != '"' || bytes[end] != '"' || count == TEXTS_MAX) {
                return;
            }
            at = end + 1;
            if (bytes[at] != ':') {
                starts[count] = quote + 1;
                ends[count] = end;
                fields[count++] = holder(holders, quote + 1);
            }
        }
        texts = count;
    }

    private static @Nullable Field holder(List<Field> holders, int place) {
        return holders.stream().filter(field -> field.isAt(place)).findFirst().orElse(null);
    }

    /// Passes a record that is written like the pattern, and has one of its fields hold its text.
    ///
    /// @return whether it is; if not, nothing was passed
    public boolean passes(Slice slice, Field wanted) {
        if (texts == 0) {
            return false;
        }
        var at = slice.at();
        var pattern = from;
        for (var i = 0; i < texts; i++) {
            var start = at + starts[i] - pattern;
            if (!slice.isSame(pattern, starts[i], at)) {
                return false;
            }
            at = end(slice, start, ends[i] - starts[i]);
            pattern = ends[i];
            passedStarts[i] = start;
            passedEnds[i] = at;
            if (fields[i] == wanted) {
                wanted.hold(slice, start, at);
            }
        }
        if (!slice.isSame(pattern, to, at)) {
            return false;
        }
        slice.moveTo(at + to - pattern);
        hasServed = true;
        return true;
    }

    /// Has every field hold its text of the record that was passed last.
    public void fill(Slice slice) {
        for (var i = 0; i < texts; i++) {
            if (fields[i] != null) {
                fields[i].hold(slice, passedStarts[i], passedEnds[i]);
            }
        }
    }

    private static int end(Slice slice, int start, int length) {
        return slice.hasQuote(start + length) ? start + length : slice.special(start);
    }
}
