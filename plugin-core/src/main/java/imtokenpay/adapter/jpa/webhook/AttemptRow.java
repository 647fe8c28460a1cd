package imtokenpay.adapter.jpa.webhook;

import imtokenpay.webhook.Attempt;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/// One try to deliver an event.
@Entity
@IdClass(AttemptRow.Key.class)
@Table(name = "webhook_attempt")
class AttemptRow {
    private static final int OUTCOME_CHARS_MAX = 200;

    /// The number of a try for an event.
    record Key(String eventId, int attempt) implements Serializable {}

    @Id
    @Column(name = "event_id")
    String eventId = "";

    @Id
    int attempt;

    @Column(name = "tried_at")
    Instant triedAt = Instant.EPOCH;

    String outcome = "";

    static AttemptRow of(String eventId, int number, Attempt attempt) {
        var row = new AttemptRow();
        row.eventId = eventId;
        row.attempt = number;
        row.triedAt = attempt.at();
        var outcome = attempt.words();
        row.outcome = outcome.substring(0, Math.min(outcome.length(), OUTCOME_CHARS_MAX));
        return row;
    }
}
