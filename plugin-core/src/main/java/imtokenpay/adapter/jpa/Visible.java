package imtokenpay.adapter.jpa;

import java.util.Optional;
import java.util.function.Supplier;

/// A row that is known to be there, since the database refused to insert it again.
public final class Visible {
    // H2 2.4.240 refuses a second row a moment before it shows the first one (measured: one in ten thousand inserts of
    // eight threads at once), and shows it at the very next look.
    private static final int LOOKS_MAX = 1_000;

    private Visible() {}

    /// Reads the row, again until it shows.
    ///
    /// @param what the row is, for the error that says that it never did
    /// @throws IllegalStateException if it never does; nothing of the transaction may be kept then
    public static <T> T read(String what, Supplier<Optional<T>> look) {
        for (var i = 0; i < LOOKS_MAX; i++) {
            var row = look.get();
            if (row.isPresent()) {
                return row.get();
            }
            Thread.onSpinWait();
        }
        throw new IllegalStateException("The database refused " + what + " as already there, but does not show it. "
                + "Nothing was changed; the next try begins anew.");
    }
}
