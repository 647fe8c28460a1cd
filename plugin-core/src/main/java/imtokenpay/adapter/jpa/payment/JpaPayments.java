package imtokenpay.adapter.jpa.payment;

import imtokenpay.adapter.jpa.count.StirRow;
import imtokenpay.chain.ChainView;
import imtokenpay.money.ChainId;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.Payments;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Payments as rows.
@Dependent
public class JpaPayments implements Payments {
    private final EntityManager entities;
    private final InstantSource clock;

    @Inject
    public JpaPayments(EntityManager entities, InstantSource clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public void add(Payment payment) {
        var row = PaymentMapping.row(payment);
        row.updatedAt = now();
        entities.persist(row);
        StirRow.note(entities, row.storeId, row.openedAt);
    }

    @Override
    public Optional<Payment> byId(PaymentId id) {
        return payment(entities.find(PaymentRow.class, id.text()));
    }

    @Override
    public Optional<Payment> locked(PaymentId id) {
        var row = entities.find(PaymentRow.class, id.text());
        if (row != null) {
            // Read anew under the lock: this transaction may have looked at it before another changed it.
            entities.flush();
            entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        }
        return payment(row);
    }

    @Override
    public void replace(Payment payment) {
        var row = entities.find(PaymentRow.class, payment.id().text());
        var isSettledNow =
                payment.status() == PaymentStatus.SETTLED && !row.status.equals(PaymentStatus.SETTLED.word());
        PaymentMapping.stand(row, payment);
        row.updatedAt = now();
        StirRow.note(entities, row.storeId, row.openedAt);
        if (isSettledNow) {
            SettledMoment.write(entities, row.id);
        }
        if (row.campaignId != null && payment.status().isEndedUnpaid()) {
            giveBack(row.id);
        }
    }

    // Rows of this payment alone: the budget itself is locked by those who ask for payments.
    private void giveBack(String id) {
        entities.createNativeQuery(
                        "update discount_hold set given_back = true" + " where payment_id = ?1 and not given_back")
                .setParameter(1, id)
                .executeUpdate();
        entities.createNativeQuery("delete from first_order where payment_id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }

    @Override
    public Collection<PaymentId> stirredBy(ChainView view) {
        return entities.createQuery(
                        "select p.id from PaymentRow p where p.chain = ?1 and (p.status in ('confirming', 'underpaid',"
                                + " 'reversed') or p.status = 'awaiting' and p.deadline < ?2)",
                        String.class)
                .setParameter(1, view.chain().text())
                .setParameter(2, view.asOf())
                .getResultStream()
                .map(PaymentId::new)
                .toList();
    }

    @Override
    public boolean needFinal(ChainId chain, long finalHeight) {
        var query = finalHeight == ChainView.NONE
                ? entities.createQuery(
                        "select p.id from PaymentRow p where p.chain = ?1 and p.finalized and p.status in ('underpaid',"
                                + " 'confirming', 'reversed', 'unresolved')",
                        String.class)
                : entities.createQuery(
                                "select p.id from TransferRow t, PaymentRow p where t.chain = ?1 and t.height > ?2 and"
                                        + " t.included and p.id = t.paymentId and p.finalized",
                                String.class)
                        .setParameter(2, finalHeight);
        return !query.setParameter(1, chain.text())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    @Override
    public boolean areExpected(ChainId chain, Instant since) {
        return !entities.createQuery(
                        "select p.id from PaymentRow p where p.chain = ?1 and (p.deadline >= ?2 or p.status in"
                                + " ('awaiting', 'underpaid', 'confirming', 'reversed'))",
                        String.class)
                .setParameter(1, chain.text())
                .setParameter(2, since)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    @Override
    public Map<PaymentId, Long> sequences(Collection<PaymentId> ids) {
        return entities.createQuery("select p.id, p.sequence from PaymentRow p where p.id in ?1", Object[].class)
                .setParameter(1, ids.stream().map(PaymentId::text).toList())
                .getResultStream()
                .collect(Collectors.toMap(row -> new PaymentId((String) row[0]), row -> (Long) row[1]));
    }

    // As fine as a row keeps it, so that a page that ends here begins again just behind it.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Optional<Payment> payment(@Nullable PaymentRow row) {
        return Optional.ofNullable(row).map(PaymentMapping::payment);
    }
}
