package imtokenpay.adapter.jpa.merchant;

import imtokenpay.flow.people.OwnerNews;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/// News of owners as rows.
@Dependent
public class JpaOwnerNews implements OwnerNews {
    private final EntityManager entities;

    @Inject
    public JpaOwnerNews(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void keep(News news) {
        var isKept = entities.createQuery("update NewsRow n set n.doneBy = ?3, n.doneAt = ?4"
                                + " where n.whom = ?1 and n.event = ?2")
                        .setParameter(1, news.whom())
                        .setParameter(2, news.event().word())
                        .setParameter(3, news.by())
                        .setParameter(4, news.at())
                        .executeUpdate()
                == 1;
        if (!isKept) {
            entities.createNativeQuery("insert into owner_news (whom, event, done_by, done_at)"
                            + " values (?1, ?2, ?3, ?4) on conflict do nothing")
                    .setParameter(1, news.whom())
                    .setParameter(2, news.event().word())
                    .setParameter(3, news.by())
                    .setParameter(4, news.at())
                    .executeUpdate();
        }
    }

    @Override
    public List<News> since(Instant moment) {
        return entities.createQuery(
                        "select n from NewsRow n where n.doneAt >= ?1 order by n.doneAt desc, n.whom, n.event",
                        NewsRow.class)
                .setParameter(1, moment)
                .getResultStream()
                .flatMap(row -> row.news().stream())
                .toList();
    }

    @Override
    public void forget(Instant moment) {
        entities.createQuery("delete from NewsRow n where n.doneAt < ?1")
                .setParameter(1, moment)
                .executeUpdate();
    }
}
