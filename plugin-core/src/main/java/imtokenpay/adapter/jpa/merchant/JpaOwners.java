package imtokenpay.adapter.jpa.merchant;

import imtokenpay.merchant.Owner;
import imtokenpay.merchant.Owner.Role;
import imtokenpay.merchant.Owners;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
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
        return Optional.ofNullable(entities.find(OwnerRow.class, key(name))).flatMap(OwnerRow::owner);
    }

    @Override
    public List<Owner> all() {
        return entities.createQuery("select o from OwnerRow o order by o.name", OwnerRow.class)
                .getResultStream()
                .flatMap(row -> row.owner().stream())
                .toList();
    }

    @Override
    public boolean add(Owner owner) {
        return entities.createNativeQuery("insert into shop_owner (name, password_hash, role) values (?1, ?2, ?3)"
                                + " on conflict do nothing")
                        .setParameter(1, key(owner.name()))
                        .setParameter(2, owner.passwordHash())
                        .setParameter(3, owner.role().word())
                        .executeUpdate()
                == 1;
    }

    @Override
    public void replace(Owner owner) {
        entities.createQuery("update OwnerRow o set o.passwordHash = ?2 where o.name = ?1")
                .setParameter(1, key(owner.name()))
                .setParameter(2, owner.passwordHash())
                .executeUpdate();
    }

    @Override
    public void assign(String name, Role role) {
        entities.createNativeQuery("update shop_owner set role = ?2, owner_since = current_timestamp where name = ?1")
                .setParameter(1, key(name))
                .setParameter(2, role.word())
                .executeUpdate();
        entities.clear();
    }

    // Empty for those of before the column; new ones have the database's clock as its default.
    @Override
    public boolean wasOne(String name, Instant then) {
        return Optional.ofNullable(entities.find(OwnerRow.class, key(name)))
                .filter(row -> row.role.equals(Role.OWNER.word()))
                .filter(row -> row.since == null || !row.since.isAfter(then))
                .isPresent();
    }

    @Override
    public Optional<Instant> since(String name) {
        return Optional.ofNullable(entities.find(OwnerRow.class, key(name)))
                .flatMap(row -> Optional.ofNullable(row.since));
    }

    @Override
    public boolean remove(String name) {
        var isGone = entities.createQuery("delete from OwnerRow o where o.name = ?1")
                        .setParameter(1, key(name))
                        .executeUpdate()
                == 1;
        // Whoever was read before in the same transaction is not found any more.
        Optional.ofNullable(entities.find(OwnerRow.class, key(name))).ifPresent(entities::detach);
        return isGone;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
