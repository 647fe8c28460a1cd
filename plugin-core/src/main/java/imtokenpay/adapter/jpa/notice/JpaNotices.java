package imtokenpay.adapter.jpa.notice;

import imtokenpay.flow.notice.Notices;
import imtokenpay.flow.notice.Topic;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Notices as rows, and a row for each topic, which whoever looks at it locks.
@Dependent
public class JpaNotices implements Notices {
    private static final int WORDS_MAX = 2_000;

    private final EntityManager entities;

    @Inject
    public JpaNotices(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void add(Topic topic, String words, Instant now) {
        var row = new NoticeRow();
        row.id = UUID.randomUUID().toString();
        row.topic = topic.word();
        row.madeAt = now;
        row.nextAt = now;
        row.words = words.length() <= WORDS_MAX ? words : words.substring(0, WORDS_MAX);
        entities.persist(row);
    }

    @Override
    public Optional<Notice> claim(Instant now, Instant until) {
        var due = entities.createQuery(
                        "select n from NoticeRow n where n.nextAt <= ?1 order by n.madeAt, n.id", NoticeRow.class)
                .setParameter(1, now)
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
        due.ifPresent(row -> row.nextAt = until);
        return due.map(NoticeRow::notice);
    }

    @Override
    public void remove(String id) {
        entities.createQuery("delete from NoticeRow n where n.id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }

    @Override
    public void again(String id, Instant at) {
        entities.createQuery("update NoticeRow n set n.nextAt = ?2, n.attempts = n.attempts + 1 where n.id = ?1")
                .setParameter(1, id)
                .setParameter(2, at)
                .executeUpdate();
    }

    @Override
    public Told told(Topic topic) {
        entities.createNativeQuery("insert into notice_topic (topic, told_at, figure) values (?1, ?2, 0)"
                        + " on conflict do nothing")
                .setParameter(1, topic.word())
                .setParameter(2, Instant.EPOCH)
                .executeUpdate();
        var row = entities.find(TopicRow.class, topic.word(), LockModeType.PESSIMISTIC_WRITE);
        return new Told(row.toldAt, row.figure);
    }

    @Override
    public void keep(Topic topic, Told told) {
        var row = entities.find(TopicRow.class, topic.word());
        row.toldAt = told.at();
        row.figure = told.figure();
    }
}
