package imtokenpay.adapter.jpa.factor;

import imtokenpay.merchant.factor.RecoveryCode;
import imtokenpay.merchant.factor.SecondFactor;
import imtokenpay.merchant.factor.SecondFactors;
import imtokenpay.merchant.setting.Vault;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Second factors as rows, under their owners' names in lower case. Whoever asks for a code locks the
/// row.
@Dependent
public class JpaSecondFactors implements SecondFactors {
    private final EntityManager entities;
    private final OwnerSecrets secrets;

    @Inject
    public JpaSecondFactors(EntityManager entities, Vault vault) {
        this.entities = entities;
        this.secrets = new OwnerSecrets(vault);
    }

    @Override
    public Optional<SecondFactor> locked(String owner) {
        return Optional.ofNullable(entities.find(FactorRow.class, key(owner), LockModeType.PESSIMISTIC_WRITE))
                .map(row -> row.factor(secrets));
    }

    @Override
    public Optional<Instant> since(String owner) {
        return entities.createQuery("select f.setAt from FactorRow f where f.owner = ?1", Instant.class)
                .setParameter(1, key(owner))
                .getResultStream()
                .findFirst();
    }

    @Override
    public Set<String> owners() {
        return entities.createQuery("select f.owner from FactorRow f", String.class)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    @Override
    public boolean add(String owner, SecondFactor factor, List<RecoveryCode> recovery) {
        var added = entities.createNativeQuery("insert into second_factor"
                        + " (owner, secret, set_at, used_step, wrong, wrong_since) values (?1, ?2, ?3, ?4, ?5, ?6)"
                        + " on conflict do nothing")
                .setParameter(1, key(owner))
                .setParameter(2, secrets.kept(key(owner), factor.secret()))
                .setParameter(3, factor.since())
                .setParameter(4, factor.use().step())
                .setParameter(5, factor.use().wrong())
                .setParameter(6, factor.use().wrongSince())
                .executeUpdate();
        if (added == 0) {
            return false;
        }
        recovery.forEach(code -> recovery("insert into recovery_code (owner, sha256) values (?1, ?2)", owner, code));
        return true;
    }

    @Override
    public void keep(String owner, SecondFactor.Use use) {
        entities.createQuery("update FactorRow f set f.usedStep = ?2, f.wrong = ?3, f.wrongSince = ?4"
                        + " where f.owner = ?1")
                .setParameter(1, key(owner))
                .setParameter(2, use.step())
                .setParameter(3, use.wrong())
                .setParameter(4, use.wrongSince())
                .executeUpdate();
    }

    @Override
    public boolean holds(String owner, RecoveryCode code) {
        return count(entities.createNativeQuery("select count(*) from recovery_code where owner = ?1 and sha256 = ?2")
                        .setParameter(1, key(owner))
                        .setParameter(2, code.sha256()))
                == 1;
    }

    @Override
    public void spend(String owner, RecoveryCode code) {
        recovery("delete from recovery_code where owner = ?1 and sha256 = ?2", owner, code);
    }

    @Override
    public int recoveryLeft(String owner) {
        return count(entities.createNativeQuery("select count(*) from recovery_code where owner = ?1")
                .setParameter(1, key(owner)));
    }

    @Override
    public boolean remove(String owner) {
        return entities.createQuery("delete from FactorRow f where f.owner = ?1")
                        .setParameter(1, key(owner))
                        .executeUpdate()
                == 1;
    }

    private void recovery(String statement, String owner, RecoveryCode code) {
        entities.createNativeQuery(statement)
                .setParameter(1, key(owner))
                .setParameter(2, code.sha256())
                .executeUpdate();
    }

    private static int count(Query question) {
        return ((Number) question.getSingleResult()).intValue();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
