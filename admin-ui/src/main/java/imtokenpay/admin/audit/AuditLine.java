package imtokenpay.admin.audit;

import imtokenpay.admin.desk.Words;
import imtokenpay.flow.audit.AuditRow;

/// A row of the audit log as it is shown.
public final class AuditLine {
    private final AuditRow row;

    AuditLine(AuditRow row) {
        this.row = row;
    }

    /// Its number.
    public long number() {
        return row.number();
    }

    /// When it was done.
    public String moment() {
        return Words.moment(row.at());
    }

    /// Who did it.
    public String by() {
        return row.deed().by();
    }

    /// What was done, such as `key made`.
    public String action() {
        return row.deed().action().replace('_', ' ');
    }

    /// What it was done to.
    public String subject() {
        return row.deed().subject();
    }

    /// How it is now, or why it was done.
    public String detail() {
        return row.deed().detail();
    }

    /// Its seal.
    public String seal() {
        return row.seal();
    }

    /// Its seal, short enough for a column.
    public String sealShortened() {
        return Words.shortened(row.seal());
    }
}
