package imtokenpay.adapter.jpa.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// What was told last of a topic.
@Entity
@Table(name = "notice_topic")
class TopicRow {
    @Id
    String topic = "";

    @Column(name = "told_at")
    Instant toldAt = Instant.EPOCH;

    long figure;
}
