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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    // By the count that is kept and the few that are to be added to it again: shops ask for this all the time.
    @Override
    public List<Campaign> offered(String storeId, Instant now) {
        var rows = rows(storeId, now).toList();
        var back = grouped(
                "select campaign_id, count(*), sum(amount) from discount_hold where campaign_id in ?1 and given_back"
                        + " group by campaign_id",
                rows);
        return rows.stream()
                .filter(row -> row.budget == null
                        || row.held.subtract(sum(back.get(row.id))).compareTo(row.budget) < 0)
                .map(CampaignRow::campaign)
                .toList();
    }

    @Override
    public List<Line> newest(int count) {
        var rows = entities.createQuery(
                        "select c from CampaignRow c order by c.createdAt desc, c.id", CampaignRow.class)
                .setMaxResults(count)
                .getResultList();
        var held = grouped(
                "select campaign_id, count(*), sum(amount) from discount_hold where campaign_id in ?1"
                        + " and not given_back group by campaign_id",
                rows);
        var late = grouped(
                "select p.campaign_id, count(*), sum(p.discount) from payment p where p.campaign_id in ?1"
                        + " and p.status in ('settled', 'reversed') and not exists (select 1 from discount_hold h"
                        + " where h.payment_id = p.id and not h.given_back) group by p.campaign_id",
                rows);
        return rows.stream()
                .map(row -> new Line(
                        row.campaign(),
                        new Usage(counted(held.get(row.id)), sum(held.get(row.id)), sum(late.get(row.id)))))
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

    private record Counted(long count, BigDecimal sum) {}

    private Map<String, Counted> grouped(String question, List<CampaignRow> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        List<?> found = entities.createNativeQuery(question)
                .setParameter(1, rows.stream().map(row -> row.id).toList())
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(
                        row -> (String) row[0],
                        row -> new Counted(((Number) row[1]).longValue(), (BigDecimal) row[2])));
    }

    private static BigDecimal sum(@Nullable Counted counted) {
        return counted == null ? BigDecimal.ZERO : counted.sum();
    }

    private static long counted(@Nullable Counted counted) {
        return counted == null ? 0 : counted.count();
    }
}
