package imtokenpay.adapter.jpa.audit;

import imtokenpay.flow.audit.AuditRow;
import imtokenpay.flow.audit.Deed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// What somebody did. Written once.
@Entity
@Table(name = "audit_row")
class DeedRow {
    @Id
    long number;

    @Column(name = "done_at", updatable = false)
    Instant doneAt = Instant.EPOCH;

    @Column(name = "done_by", updatable = false)
    String doneBy = "";

    @Column(updatable = false)
    String action = "";

    @Column(updatable = false)
    String subject = "";

    @Column(updatable = false)
    String detail = "";

    @Column(updatable = false)
    String seal = "";

    static DeedRow of(AuditRow kept) {
        var row = new DeedRow();
        row.number = kept.number();
        row.doneAt = kept.at();
        row.doneBy = kept.deed().by();
        row.action = kept.deed().action();
        row.subject = kept.deed().subject();
        row.detail = kept.deed().detail();
        row.seal = kept.seal();
        return row;
    }

    AuditRow row() {
        return new AuditRow(number, doneAt, new Deed(doneBy, action, subject, detail), seal);
    }
}
