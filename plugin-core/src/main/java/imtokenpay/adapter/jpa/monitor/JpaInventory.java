package imtokenpay.adapter.jpa.monitor;

import imtokenpay.flow.monitor.Inventory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/// Counts rows.
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
}
