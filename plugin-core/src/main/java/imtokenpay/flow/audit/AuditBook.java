package imtokenpay.flow.audit;

import java.util.List;

/// The rows that were kept.
public interface AuditBook {
    /// Rows with a number below that one, newest first.
    ///
    /// @param count 1 to 1,000
    List<AuditRow> before(long number, int count);

    /// Rows with a number above that one, oldest first.
    ///
    /// @param count 1 to 1,000
    List<AuditRow> after(long number, int count);

    /// Where the next row will follow; no row is added meanwhile, until the transaction ends.
    Head head();

    /// The newest row.
    ///
    /// @param number 0 as long as there is none
    record Head(long number, String seal) {}
}
