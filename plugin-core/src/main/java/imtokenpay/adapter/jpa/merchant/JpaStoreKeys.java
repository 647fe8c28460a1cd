package imtokenpay.adapter.jpa.merchant;

import imtokenpay.merchant.ApiKey;
import imtokenpay.merchant.key.StoreKey;
import imtokenpay.merchant.key.StoreKeys;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Keys as rows, found by their hashes: of a key with 256 random bits, that tells nobody how near a guess was.
@Dependent
public class JpaStoreKeys implements StoreKeys {
    private final EntityManager entities;

    @Inject
    public JpaStoreKeys(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<StoreKey> all() {
        return entities.createQuery(
                        "select k from ApiKeyRow k order by case when k.revokedAt is null then 0 else 1 end,"
                                + " k.createdAt desc, k.id",
                        ApiKeyRow.class)
                .getResultStream()
                .map(ApiKeyRow::key)
                .toList();
    }

    @Override
    public Optional<StoreKey> byHash(ApiKey key) {
        return entities.createQuery("select k from ApiKeyRow k where k.sha256 = ?1", ApiKeyRow.class)
                .setParameter(1, hex(key))
                .getResultStream()
                .map(ApiKeyRow::key)
                .findFirst();
    }

    @Override
    public boolean add(StoreKey key, ApiKey hash) {
        return entities.createNativeQuery(
                                "insert into api_key (id, store_id, name, sha256, scopes, addresses, test, created_at)"
                                        + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) on conflict do nothing")
                        .setParameter(1, key.id())
                        .setParameter(2, key.storeId())
                        .setParameter(3, key.name())
                        .setParameter(4, hex(hash))
                        .setParameter(5, ApiKeyRow.words(key.rights().scopes()))
                        .setParameter(6, ApiKeyRow.words(key.rights().addresses()))
                        .setParameter(7, key.rights().test())
                        .setParameter(8, key.life().createdAt())
                        .executeUpdate()
                == 1;
    }

    @Override
    public void used(String id, Instant at) {
        entities.createNativeQuery(
                        "update api_key set last_used = ?2 where id = ?1 and (last_used is null or last_used <= ?3)")
                .setParameter(1, id)
                .setParameter(2, at)
                .setParameter(3, at.minus(USE_NOTED_EVERY))
                .executeUpdate();
    }

    @Override
    public boolean revoke(String id, Instant at) {
        return entities.createNativeQuery("update api_key set revoked_at = ?2 where id = ?1 and revoked_at is null")
                        .setParameter(1, id)
                        .setParameter(2, at)
                        .executeUpdate()
                == 1;
    }

    private static String hex(ApiKey key) {
        return HexFormat.of().formatHex(key.sha256());
    }
}
