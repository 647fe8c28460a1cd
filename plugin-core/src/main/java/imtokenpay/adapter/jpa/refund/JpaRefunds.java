package imtokenpay.adapter.jpa.refund;

import imtokenpay.chain.Address;
import imtokenpay.money.Amount;
import imtokenpay.money.ChainId;
import imtokenpay.payment.PaymentId;
import imtokenpay.refund.Destination;
import imtokenpay.refund.Refund;
import imtokenpay.refund.RefundId;
import imtokenpay.refund.Refunds;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Refunds as rows. Each is read anew whenever it is asked for: a step looks at a refund to learn which payment to
/// lock,
/// and what it saw before it had the lock may be old.
@Dependent
public class JpaRefunds implements Refunds {
    private static final String LIVE = "('awaiting_address', 'open', 'seen')";

    private final EntityManager entities;

    @Inject
    public JpaRefunds(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void add(Refund refund, Call call) {
        entities.persist(RefundRow.of(refund, call));
        addNew(refund);
        entities.flush();
    }

    @Override
    public Optional<Made> madeBy(PaymentId id, String key) {
        return rows("r.paymentId = ?1 and r.idempotency = ?2", id.text(), key).stream()
                .map(row -> new Made(refund(row), row.requestHash))
                .findFirst();
    }

    @Override
    public Optional<Refund> byId(RefundId id) {
        return found("r.id = ?1", id.text()).stream().findFirst();
    }

    @Override
    public List<Refund> of(PaymentId id) {
        return found("r.paymentId = ?1", id.text());
    }

    @Override
    public List<Refund> newest(int count) {
        var rows = entities.createQuery("select r from RefundRow r order by r.recordedAt desc, r.id", RefundRow.class)
                .setMaxResults(count)
                .getResultList();
        rows.forEach(entities::detach);
        return rows.stream().map(this::refund).toList();
    }

    @Override
    public void replace(Refund refund) {
        addNew(refund);
        entities.createQuery("update RefundRow r set r.state = ?1, r.since = ?2 where r.id = ?3")
                .setParameter(1, refund.state().word())
                .setParameter(2, refund.standing().since())
                .setParameter(3, refund.id().text())
                .executeUpdate();
    }

    @Override
    public boolean reserve(Refund refund, Address address) {
        var inserted = entities.createNativeQuery("insert into refund_slot (asset_id, receiver, units, refund_id)"
                        + " values (?1, ?2, ?3, ?4) on conflict do nothing")
                .setParameter(1, refund.amount().asset().id())
                .setParameter(2, address.text())
                .setParameter(3, refund.amount().units())
                .setParameter(4, refund.id().text())
                .executeUpdate();
        return inserted == 1 || isReservedFor(refund, address);
    }

    @Override
    public void release(Refund refund) {
        entities.createNativeQuery("delete from refund_slot where refund_id = ?1")
                .setParameter(1, refund.id().text())
                .executeUpdate();
    }

    @Override
    public Set<Address> payees(ChainId chain, Instant endedAfter) {
        return addresses("r.chain = ?1 and (r.state in " + LIVE + " or r.since > ?2)", chain.text(), endedAfter);
    }

    @Override
    public Set<Address> payeesAmong(ChainId chain, Collection<Address> among) {
        var texts = among.stream().map(Address::text).toList();
        return addresses("r.chain = ?1 and d.receiver in ?2", chain.text(), texts);
    }

    @Override
    public List<Refund> at(Address address, Amount amount) {
        return found(
                "r.assetId = ?1 and r.units = ?2 and exists (select d from DestinationRow d"
                        + " where d.refundId = r.id and d.receiver = ?3)",
                amount.asset().id(),
                amount.units(),
                address.text());
    }

    @Override
    public List<Refund> seen(ChainId chain) {
        return found("r.chain = ?1 and r.state = 'seen'", chain.text());
    }

    @Override
    public boolean areExpected(ChainId chain, Instant since) {
        return isAny("r.chain = ?1 and (r.state = 'seen' or r.state = 'open' and r.since >= ?2)", chain.text(), since);
    }

    private boolean isReservedFor(Refund refund, Address address) {
        return !entities.createNativeQuery("select 1 from refund_slot where asset_id = ?1 and receiver = ?2"
                        + " and units = ?3 and refund_id = ?4")
                .setParameter(1, refund.amount().asset().id())
                .setParameter(2, address.text())
                .setParameter(3, refund.amount().units())
                .setParameter(4, refund.id().text())
                .getResultList()
                .isEmpty();
    }

    private void addNew(Refund refund) {
        var id = refund.id().text();
        var known = destinations(id).size();
        for (var i = known; i < refund.destinations().size(); i++) {
            entities.persist(DestinationRow.of(id, i, refund.destinations().get(i)));
        }
    }

    private List<Refund> found(String which, Object... values) {
        return rows(which, values).stream().map(this::refund).toList();
    }

    private List<RefundRow> rows(String which, Object... values) {
        var query = entities.createQuery(
                "select r from RefundRow r where " + which + " order by r.recordedAt, r.id", RefundRow.class);
        for (var i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        var rows = query.getResultList();
        rows.forEach(entities::detach);
        return rows;
    }

    private boolean isAny(String which, Object... values) {
        var query = entities.createQuery("select r.id from RefundRow r where " + which, String.class);
        for (var i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return !query.setMaxResults(1).getResultList().isEmpty();
    }

    private Set<Address> addresses(String which, Object... values) {
        var query = entities.createQuery(
                "select distinct d.receiver from DestinationRow d, RefundRow r where d.refundId = r.id and " + which,
                String.class);
        for (var i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.getResultStream().map(Address::new).collect(Collectors.toUnmodifiableSet());
    }

    private Refund refund(RefundRow row) {
        return row.refund(destinations(row.id));
    }

    private List<Destination> destinations(String id) {
        return entities.createQuery(
                        "select d from DestinationRow d where d.refundId = ?1 order by d.position",
                        DestinationRow.class)
                .setParameter(1, id)
                .getResultStream()
                .map(DestinationRow::destination)
                .toList();
    }
}
