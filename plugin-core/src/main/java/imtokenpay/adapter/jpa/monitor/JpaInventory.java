package imtokenpay.adapter.jpa.monitor;

import imtokenpay.flow.stock.Inventory;
import imtokenpay.flow.stock.Stock.Waiting;
import imtokenpay.money.ChainId;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.refund.RefundState;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/// Counts rows along an index, and no more of them than are wanted.
@Dependent
public class JpaInventory implements Inventory {
    private final EntityManager entities;

    @Inject
    public JpaInventory(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void touch() {
        entities.createNativeQuery("select 1").getSingleResult();
    }

    @Override
    public long payments(ChainId chain, PaymentStatus status, int most) {
        return number(entities.createNativeQuery("select count(*) from (select 1 from payment where chain = ?1"
                        + " and status = ?2 fetch first ?3 rows only) counted")
                .setParameter(1, chain.text())
                .setParameter(2, status.word())
                .setParameter(3, most));
    }

    @Override
    public long unmatched(int most) {
        return number(entities.createNativeQuery("select count(*) from (select included, units from transfer"
                        + " where payment_id is null fetch first ?1 rows only) counted where included and units > 0")
                .setParameter(1, most));
    }

    @Override
    public long refunds(ChainId chain, RefundState state, int most) {
        return number(entities.createNativeQuery("select count(*) from (select 1 from refund where chain = ?1"
                        + " and state = ?2 fetch first ?3 rows only) counted")
                .setParameter(1, chain.text())
                .setParameter(2, state.word())
                .setParameter(3, most));
    }

    @Override
    public Waiting waiting(int most) {
        var row = (Object[]) entities.createNativeQuery("select count(*), min(occurred_at) from (select occurred_at"
                        + " from webhook_event where state = 'due' order by state, store_id, next_at, id"
                        + " fetch first ?1 rows only) counted")
                .setParameter(1, most)
                .getSingleResult();
        // What the least of several moments is to Java depends on the database.
        return new Waiting(
                ((Number) row[0]).longValue(),
                Optional.ofNullable((TemporalAccessor) row[1]).map(Instant::from));
    }

    @Override
    public long parked(int most) {
        return number(entities.createNativeQuery("select count(*) from (select 1 from webhook_event"
                        + " where state = 'parked' fetch first ?1 rows only) counted")
                .setParameter(1, most));
    }

    @Override
    public boolean holds(ChainId chain, String node) {
        return number(entities.createNativeQuery("select count(*) from chain_cursor where chain = ?1"
                                + " and holder = ?2 and leased_until > current_timestamp")
                        .setParameter(1, chain.text())
                        .setParameter(2, node))
                > 0;
    }

    private static long number(Query query) {
        return ((Number) query.getSingleResult()).longValue();
    }
}
