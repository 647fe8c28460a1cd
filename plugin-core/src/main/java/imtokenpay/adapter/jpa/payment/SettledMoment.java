package imtokenpay.adapter.jpa.payment;

import jakarta.persistence.EntityManager;

/// When payments were settled by their chains: the time of the first block with which enough was there. It is written
/// at
/// the settlement and never follows what moves afterwards, so that a report of a period stays as it is.
final class SettledMoment {
    private static final String WRITE = "update payment set settled_at = coalesce("
            + "(select min(t.block_time) from transfer t where t.payment_id = payment.id and t.included"
            + " and (select sum(u.units) from transfer u where u.payment_id = payment.id and u.included"
            + " and u.block_time <= t.block_time) >= payment.due), updated_at)";

    private SettledMoment() {}

    /// Of one payment, which has been settled by this transaction.
    static void write(EntityManager entities, String id) {
        entities.createNativeQuery(WRITE + " where id = ?1").setParameter(1, id).executeUpdate();
    }

    /// Of those that a node of the version before has settled while it was replaced.
    static void complete(EntityManager entities) {
        entities.createNativeQuery(WRITE + " where settled_at is null and status in ('settled', 'reversed')")
                .executeUpdate();
    }
}
