package imtokenpay.adapter.jpa.notice;

import imtokenpay.flow.notice.Notices.Notice;
import imtokenpay.flow.notice.Topic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// Something to be told.
@Entity
@Table(name = "notice")
class NoticeRow {
    @Id
    String id = "";

    String topic = "";

    @Column(name = "made_at")
    Instant madeAt = Instant.EPOCH;

    String words = "";

    @Column(name = "next_at")
    Instant nextAt = Instant.EPOCH;

    int attempts;

    Notice notice() {
        return new Notice(id, Topic.of(topic).orElse(Topic.PERSON_NEEDED), madeAt, words, attempts);
    }
}
