package imtokenpay.adapter.jpa.setting;

import imtokenpay.flow.setup.Takings;
import imtokenpay.money.ChainId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/// Looks for one payment, by an index each.
@Dependent
public class JpaTakings implements Takings {
    private final EntityManager entities;

    @Inject
    public JpaTakings(EntityManager entities) {
        this.entities = entities;
    }

    // An asset's row stays when the asset is taken away.
    @Override
    public boolean isAny() {
        return isThere(
                "select p.id from payment p join accepted_asset a on a.id = p.asset_id"
                        + " where p.settled_at is not null and a.test = ?1",
                false);
    }

    @Override
    public boolean isAskedOn(ChainId chain) {
        return isThere("select p.id from payment p where p.chain = ?1", chain.text());
    }

    @Override
    public boolean isAskedBy(String storeId) {
        return isThere("select p.id from payment p where p.store_id = ?1", storeId);
    }

    private boolean isThere(String question, Object of) {
        return !entities.createNativeQuery(question, String.class)
                .setParameter(1, of)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
