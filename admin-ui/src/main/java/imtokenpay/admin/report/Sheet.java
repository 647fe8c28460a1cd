package imtokenpay.admin.report;

import java.io.IOException;
import java.util.List;

/// A report: what its columns are, and where its lines come from.
///
/// @param name of the file, without its ending
record Sheet<T>(String name, List<Column<T>> columns, Lines<T> lines) {
    /// Lines, one after another; however many there are, few are held at a time.
    interface Lines<T> {
        void each(Taker<T> taker) throws IOException;
    }

    /// Takes a line.
    interface Taker<T> {
        void take(T line) throws IOException;
    }

    Sheet {
        columns = List.copyOf(columns);
    }
}
