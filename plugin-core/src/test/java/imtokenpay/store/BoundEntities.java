package imtokenpay.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;

/// What the container does in production: one entity manager per transaction, and one proxy for all of them.
final class BoundEntities implements Transactions {
    private final EntityManagerFactory factory;
    private final ThreadLocal<Optional<EntityManager>> bound = ThreadLocal.withInitial(Optional::empty);

    BoundEntities(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /// The entity manager of whatever transaction runs.
    EntityManager proxy() {
        return (EntityManager) Proxy.newProxyInstance(
                BoundEntities.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (self, method, arguments) -> {
                    var entities =
                            bound.get().orElseThrow(() -> new IllegalStateException("no transaction on this thread"));
                    try {
                        return method.invoke(entities, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    @Override
    public <T, X extends Exception> T in(Work<T, X> work) throws X {
        if (bound.get().isPresent()) {
            return work.run();
        }
        try (var entities = factory.createEntityManager()) {
            bound.set(Optional.of(entities));
            return committed(entities, work);
        } finally {
            bound.remove();
        }
    }

    private static <T, X extends Exception> T committed(EntityManager entities, Work<T, X> work) throws X {
        var transaction = entities.getTransaction();
        transaction.begin();
        var done = false;
        try {
            var answer = work.run();
            done = true;
            transaction.commit();
            return answer;
        } finally {
            if (!done && transaction.isActive()) {
                transaction.rollback();
            }
        }
    }
}
