package imtokenpay.adapter.jpa.merchant;

import imtokenpay.flow.saved.SavedFilters;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Saved filters as rows; whoever saves locks the row of the person.
@Dependent
public class JpaSavedFilters implements SavedFilters {
    // The same on every database.
    private static final Comparator<Saved> BY_NAME =
            Comparator.comparing(Saved::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Saved::name);

    private final EntityManager entities;

    @Inject
    public JpaSavedFilters(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<Saved> of(String person) {
        return entities.createQuery("select f from FilterRow f where f.owner = ?1", FilterRow.class)
                .setParameter(1, key(person))
                .getResultStream()
                .map(FilterRow::saved)
                .sorted(BY_NAME)
                .toList();
    }

    @Override
    public void lock(String person) {
        entities.find(OwnerRow.class, key(person), LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public boolean add(String person, Saved filter) {
        return entities.createNativeQuery("insert into saved_filter (owner, name, query) values (?1, ?2, ?3)"
                                + " on conflict do nothing")
                        .setParameter(1, key(person))
                        .setParameter(2, filter.name())
                        .setParameter(3, filter.query())
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean remove(String person, String name) {
        return entities.createQuery("delete from FilterRow f where f.owner = ?1 and f.name = ?2")
                        .setParameter(1, key(person))
                        .setParameter(2, name)
                        .executeUpdate()
                == 1;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
