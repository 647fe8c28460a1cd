package imtokenpay.adapter.jpa.resolve;

import imtokenpay.flow.resolve.Resolution;
import imtokenpay.payment.PaymentId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// What a person decided. Written once.
@Entity
@Table(name = "decision")
class DecisionRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    @Column(name = "payment_id", updatable = false)
    String paymentId = "";

    @Column(name = "decided_at", updatable = false)
    Instant decidedAt = Instant.EPOCH;

    @Column(name = "decided_by", updatable = false)
    String decidedBy = "";

    @Column(updatable = false)
    String what = "";

    @Column(updatable = false)
    String reason = "";

    static DecisionRow of(Resolution resolution) {
        var row = new DecisionRow();
        row.paymentId = resolution.paymentId().text();
        row.decidedAt = resolution.at();
        row.decidedBy = resolution.word().by();
        row.what = resolution.what();
        row.reason = resolution.word().reason();
        return row;
    }

    Resolution resolution() {
        return new Resolution(new PaymentId(paymentId), decidedAt, what, new Resolution.Word(decidedBy, reason));
    }
}
