package imtokenpay.adapter.jpa.chain;

import imtokenpay.adapter.jpa.Visible;
import imtokenpay.chain.watch.WatchLease;
import imtokenpay.money.ChainId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Leases by the database's clock, so that nodes whose clocks differ still agree.
@Dependent
public class JpaWatchLease implements WatchLease {
    private final EntityManager entities;

    @Inject
    public JpaWatchLease(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<Lease> acquire(ChainId chain, String owner, Duration length) {
        entities.createNativeQuery("insert into chain_cursor (chain, version, holder, epoch, leased_until)"
                        + " values (?1, 0, '', 0, current_timestamp) on conflict do nothing")
                .setParameter(1, chain.text())
                .executeUpdate();
        var row = Visible.read(
                "the cursor of a chain",
                () -> Optional.ofNullable(
                        entities.find(CursorRow.class, chain.text(), LockModeType.PESSIMISTIC_WRITE)));
        var now = (Instant) entities.createQuery("select instant").getSingleResult();
        if (!row.holder.equals(owner)) {
            if (row.leasedUntil.isAfter(now)) {
                return Optional.empty();
            }
            row.holder = owner;
            row.epoch++;
        }
        // Prolonged only when half is gone: a look a quarter second long should not cost a write each.
        if (row.leasedUntil.isBefore(now.plus(length.dividedBy(2)))) {
            row.leasedUntil = now.plus(length);
        }
        return Optional.of(new Lease(chain, owner, row.epoch));
    }
}
