package imtokenpay.adapter.jpa.merchant;

import imtokenpay.chain.Address;
import imtokenpay.merchant.FreshAddresses;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/// Taken addresses as rows whose primary key is the index, so that the database refuses to give one out twice.
@Dependent
public class JpaFreshAddresses implements FreshAddresses {
    private static final String NEWEST = "select f.position, f.receiver,"
            + " exists (select 1 from transfer t where t.receiver = f.receiver and t.asset_id = f.asset_id"
            + " and t.included and t.units > 0),"
            + " exists (select 1 from receiving_slot s where s.receiver = f.receiver and s.asset_id = f.asset_id)"
            + " from fresh_address f where f.asset_id = ?1 and f.fingerprint = ?2 order by f.position desc";

    private final EntityManager entities;

    @Inject
    public JpaFreshAddresses(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public boolean take(Series series, int index, Address address) {
        return entities.createNativeQuery("insert into fresh_address (asset_id, fingerprint, position, receiver)"
                                + " values (?1, ?2, ?3, ?4) on conflict do nothing")
                        .setParameter(1, series.asset().id())
                        .setParameter(2, series.fingerprint())
                        .setParameter(3, index)
                        .setParameter(4, address.text())
                        .executeUpdate()
                == 1;
    }

    @Override
    public List<Taken> newest(Series series) {
        List<?> rows = entities.createNativeQuery(NEWEST)
                .setParameter(1, series.asset().id())
                .setParameter(2, series.fingerprint())
                .setMaxResults(UNPAID_MAX)
                .getResultList();
        return rows.stream().map(row -> taken((Object[]) row)).toList();
    }

    private static Taken taken(Object[] row) {
        return new Taken(
                ((Number) row[0]).intValue(), new Address((String) row[1]), (Boolean) row[2], (Boolean) row[3]);
    }
}
