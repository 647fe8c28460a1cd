package imtokenpay.adapter.jpa.setting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A change that waits: of settings, sealed, or of a person.
@Entity
@Table(name = "pending_change")
class PendingRow {
    @Id
    String subject = "";

    @Column(name = "asked_by")
    String askedBy = "";

    @Column(name = "asked_at")
    Instant askedAt = Instant.EPOCH;

    Instant due = Instant.EPOCH;

    String sealed = "";

    @Nullable
    String wish;

    boolean told;

    // All that the row says beside it: who changes one of them makes it a seal that does not open.
    String sealedAs() {
        return "change of " + subject + " by " + askedBy + " at " + askedAt + " for " + due;
    }
}
