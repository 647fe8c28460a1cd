package imtokenpay.adapter.jpa.campaign;

import imtokenpay.quote.campaign.Campaign;
import imtokenpay.quote.campaign.CampaignId;
import imtokenpay.quote.campaign.Campaigns;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Campaigns as rows.
@Dependent
public class JpaCampaigns implements Campaigns {
    private static final String RUNNING = "select c from CampaignRow c where c.storeId = ?1 and c.beginsAt <= ?2"
            + " and (c.endsAt is null or c.endsAt > ?2) order by c.createdAt, c.id";

    private final EntityManager entities;

    @Inject
    public JpaCampaigns(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public boolean add(Campaign campaign, Instant at, String by) {
        if (entities.find(CampaignRow.class, campaign.id().text()) != null) {
            return false;
        }
        var row = CampaignRow.of(campaign);
        row.createdAt = at.truncatedTo(ChronoUnit.MICROS);
        row.createdBy = by;
        entities.persist(row);
        return true;
    }

    @Override
    public boolean end(CampaignId id, Instant at) {
        return entities.createNativeQuery(
                                "update campaign set ends_at = case when begins_at > ?2 then begins_at else ?2"
                                        + " end where id = ?1 and (ends_at is null or ends_at > ?2)")
                        .setParameter(1, id.text())
                        .setParameter(2, at)
                        .executeUpdate()
                == 1;
    }

    @Override
    public List<Campaign> running(String storeId, Instant now) {
        return rows(storeId, now).map(CampaignRow::campaign).toList();
    }

    @Override
    public List<Line> linesOf(String storeId, Instant now) {
        return rows(storeId, now).map(this::line).toList();
    }

    @Override
    public List<Line> newest(int count) {
        return entities.createQuery("select c from CampaignRow c order by c.createdAt desc, c.id", CampaignRow.class)
                .setMaxResults(count)
                .getResultStream()
                .map(this::line)
                .toList();
    }

    @Override
    public Optional<Campaign> byId(CampaignId id) {
        return Optional.ofNullable(entities.find(CampaignRow.class, id.text())).map(CampaignRow::campaign);
    }

    private Stream<CampaignRow> rows(String storeId, Instant now) {
        return entities.createQuery(RUNNING, CampaignRow.class)
                .setParameter(1, storeId)
                .setParameter(2, now)
                .getResultStream();
    }

    private Line line(CampaignRow row) {
        var held = counted(
                "select count(*), coalesce(sum(amount), 0) from discount_hold where campaign_id = ?1"
                        + " and not given_back",
                row.id);
        var late = counted(
                "select count(*), coalesce(sum(discount), 0) from payment p where campaign_id = ?1 and status in"
                        + " ('settled', 'reversed') and not exists (select 1 from discount_hold h"
                        + " where h.payment_id = p.id and not h.given_back)",
                row.id);
        return new Line(
                row.campaign(), new Usage(((Number) held[0]).longValue(), (BigDecimal) held[1], (BigDecimal) late[1]));
    }

    private Object[] counted(String question, String id) {
        return (Object[])
                entities.createNativeQuery(question).setParameter(1, id).getSingleResult();
    }
}
