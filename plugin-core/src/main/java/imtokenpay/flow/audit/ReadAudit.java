package imtokenpay.flow.audit;

import imtokenpay.flow.UseCase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/// Shows what was done, and checks that the rows are the ones that were written.
@UseCase
public class ReadAudit {
    private static final int CHECKED_AT_ONCE = 1_000;

    private final AuditBook book;

    @Inject
    public ReadAudit(AuditBook book) {
        this.book = book;
    }

    /// What a check came to.
    ///
    /// @param rows how many rows were read and found to be well
    /// @param head the newest row's number and seal
    /// @param broken the first row that is not what was written or is missing; empty if all is well
    public record Check(long rows, AuditBook.Head head, Optional<Long> broken) {}

    /// A page of rows, newest first.
    ///
    /// @param before show rows below this number
    /// @param count 1 to 1,000
    public List<AuditRow> page(long before, int count) {
        return book.before(before, count);
    }

    /// Reads the whole book from its first row. A row that was changed, removed, slipped in or moved is found, unless
    /// whoever did it has written all later seals anew: then the head differs from the one in the server's log.
    public Check check() {
        // First, so that no row is added behind the last one that is read.
        var head = book.head();
        var seal = AuditRow.NO_SEAL;
        var number = 0L;
        for (var rows = book.after(0, CHECKED_AT_ONCE); !rows.isEmpty(); rows = book.after(number, CHECKED_AT_ONCE)) {
            for (var row : rows) {
                if (row.number() != number + 1 || !row.follows(seal)) {
                    return new Check(number, head, Optional.of(number + 1));
                }
                number = row.number();
                seal = row.seal();
            }
        }
        var isWhole = head.equals(new AuditBook.Head(number, seal));
        return new Check(number, head, isWhole ? Optional.empty() : Optional.of(number + 1));
    }
}
