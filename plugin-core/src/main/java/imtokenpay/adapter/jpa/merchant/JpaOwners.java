package imtokenpay.adapter.jpa.merchant;

import imtokenpay.merchant.Owner;
import imtokenpay.merchant.Owners;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Locale;
import java.util.Optional;

/// Owners as rows, under their names in lower case.
@Dependent
public class JpaOwners implements Owners {
    private final EntityManager entities;

    @Inject
    public JpaOwners(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public boolean isEmpty() {
        return entities.createQuery("select count(o) from OwnerRow o", Long.class)
                        .getSingleResult()
                == 0;
    }

    @Override
    public Optional<Owner> byName(String name) {
        return Optional.ofNullable(entities.find(OwnerRow.class, name.toLowerCase(Locale.ROOT)))
                .map(row -> new Owner(row.name, row.passwordHash));
    }

    @Override
    public void add(Owner owner) {
        var row = new OwnerRow();
        row.name = owner.name().toLowerCase(Locale.ROOT);
        row.passwordHash = owner.passwordHash();
        entities.persist(row);
    }
}
