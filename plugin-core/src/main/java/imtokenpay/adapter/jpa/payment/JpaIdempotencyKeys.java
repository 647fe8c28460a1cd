package imtokenpay.adapter.jpa.payment;

import imtokenpay.flow.request.IdempotencyKeys;
import imtokenpay.payment.PaymentId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/// Used keys as rows; of two calls at once, the database lets one through.
@Dependent
public class JpaIdempotencyKeys implements IdempotencyKeys {
    private final EntityManager entities;

    @Inject
    public JpaIdempotencyKeys(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<Use> of(String storeId, String key) {
        List<?> rows = entities.createNativeQuery(
                        "select request_hash, payment_id from idempotency_key where store_id = ?1 and idempotency = ?2")
                .setParameter(1, storeId)
                .setParameter(2, key)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Use((String) row[0], new PaymentId((String) row[1])))
                .findFirst();
    }

    @Override
    public boolean remember(String storeId, String key, Use use) {
        var inserted = entities.createNativeQuery(
                        "insert into idempotency_key (store_id, idempotency, request_hash, payment_id)"
                                + " values (?1, ?2, ?3, ?4) on conflict do nothing")
                .setParameter(1, storeId)
                .setParameter(2, key)
                .setParameter(3, use.requestHash())
                .setParameter(4, use.paymentId().text())
                .executeUpdate();
        return inserted == 1;
    }
}
