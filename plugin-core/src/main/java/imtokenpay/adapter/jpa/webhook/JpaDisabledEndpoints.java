package imtokenpay.adapter.jpa.webhook;

import imtokenpay.webhook.trouble.DisabledEndpoint;
import imtokenpay.webhook.trouble.DisabledEndpoints;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/// Disabled endpoints as rows.
@Dependent
public class JpaDisabledEndpoints implements DisabledEndpoints {
    private final EntityManager entities;

    @Inject
    public JpaDisabledEndpoints(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<DisabledEndpoint> all() {
        return entities.createQuery("select e from DisabledEndpointRow e", DisabledEndpointRow.class)
                .getResultStream()
                .map(DisabledEndpointRow::endpoint)
                .toList();
    }

    @Override
    public void disable(DisabledEndpoint endpoint) {
        // A whole batch is refused at the same time: who comes second finds the row, or changes its address.
        var isNew =
                entities.createNativeQuery("insert into webhook_disabled (store_id, address, since) values (?1, ?2, ?3)"
                                        + " on conflict do nothing")
                                .setParameter(1, endpoint.storeId())
                                .setParameter(2, endpoint.address().toString())
                                .setParameter(3, endpoint.since())
                                .executeUpdate()
                        == 1;
        if (!isNew) {
            entities.createNativeQuery("update webhook_disabled set address = ?2, since = ?3 where store_id = ?1"
                            + " and address <> ?2")
                    .setParameter(1, endpoint.storeId())
                    .setParameter(2, endpoint.address().toString())
                    .setParameter(3, endpoint.since())
                    .executeUpdate();
        }
    }

    @Override
    public void enable(String storeId) {
        entities.createNativeQuery("delete from webhook_disabled where store_id = ?1")
                .setParameter(1, storeId)
                .executeUpdate();
    }
}
