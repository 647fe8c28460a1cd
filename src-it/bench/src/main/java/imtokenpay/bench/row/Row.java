package imtokenpay.bench.row;

import imtokenpay.bench.report.Line;
import java.util.List;

/// Something that is measured.
public interface Row {
    /// The start of its lines' names, such as `scan.erc20`.
    String name();

    /// Measures it.
    ///
    /// @throws imtokenpay.bench.report.WrongCount if anybody counted wrong
    List<Line> run();
}
