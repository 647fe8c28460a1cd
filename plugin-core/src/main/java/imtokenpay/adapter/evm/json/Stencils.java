package imtokenpay.adapter.evm.json;

import java.util.ArrayList;
import java.util.List;

/// The patterns of the records that were walked so far. A few are enough: records differ in the length of their
/// numbers, and those come again.
public final class Stencils {
    private static final int MAX = 8;

    private final List<Field> holders;
    private final List<Stencil> stencils = new ArrayList<>();
    private int last;
    private int passedAt;
    private boolean hasServed;

    /// @param holders who holds the texts of a record
    public Stencils(List<Field> holders) {
        this.holders = holders;
    }

    /// Takes a record that was just walked for a pattern, unless enough of them never fitted.
    ///
    /// @param start where the record began
    public void learn(Slice slice, int start) {
        if (stencils.size() == MAX) {
            if (!hasServed) {
                return;
            }
            stencils.clear();
        }
        hasServed = false;
        Stencil.of(slice, start, holders).ifPresent(stencils::add);
        last = Math.max(0, stencils.size() - 1);
    }

    /// Passes a record that is written like one of the patterns, and has one of its fields hold its text.
    ///
    /// @return whether it is; if not, nothing was passed
    public boolean passes(Slice slice, Field wanted) {
        passedAt = slice.at();
        if (stencils.isEmpty() || !fits(slice) && !fitsOther(slice)) {
            return false;
        }
        var stencil = stencils.get(last);
        stencil.fill(wanted, slice.bytes(), passedAt);
        slice.moveTo(passedAt + stencil.length());
        hasServed = true;
        return true;
    }

    /// Has every field hold its text of the record that was passed last.
    public void fill(Slice slice) {
        stencils.get(last).fill(slice.bytes(), passedAt);
    }

    private boolean fits(Slice slice) {
        return stencils.get(last).fits(slice.bytes(), passedAt, slice.limit());
    }

    private boolean fitsOther(Slice slice) {
        for (var i = 0; i < stencils.size(); i++) {
            if (stencils.get(i).fits(slice.bytes(), passedAt, slice.limit())) {
                last = i;
                return true;
            }
        }
        return false;
    }
}
