package imtokenpay.adapter.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.jspecify.annotations.Nullable;

/// Hands out the container's entity manager, which belongs to the transaction that runs, not to who holds it.
@Dependent
public class Database {
    @Produces
    @PersistenceContext(unitName = "imtoken")
    private @Nullable EntityManager entities;
}
