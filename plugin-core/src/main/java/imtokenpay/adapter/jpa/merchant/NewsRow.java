package imtokenpay.adapter.jpa.merchant;

import imtokenpay.flow.people.OwnerNews.Event;
import imtokenpay.flow.people.OwnerNews.News;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// What has happened to an owner of late.
@Entity
@Table(name = "owner_news")
@IdClass(NewsRow.Key.class)
class NewsRow {
    @Id
    String whom = "";

    @Id
    String event = "";

    @Column(name = "done_by")
    String doneBy = "";

    @Column(name = "done_at")
    Instant doneAt = Instant.EPOCH;

    /// Of each person, one of each kind.
    record Key(String whom, String event) implements Serializable {
        Key() {
            this("", "");
        }
    }

    // A word that this version does not know is told by one that does.
    Optional<News> news() {
        return Arrays.stream(Event.values())
                .filter(one -> one.word().equals(event))
                .map(one -> new News(whom, one, doneBy, doneAt))
                .findFirst();
    }
}
