package imtokenpay.admin.entry;

import imtokenpay.merchant.factor.FactorSecret;
import imtokenpay.merchant.factor.RecoveryCode;
import imtokenpay.merchant.factor.SecondFactor;
import imtokenpay.merchant.factor.SecondFactors;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// The second factor of tom, in memory.
final class OneFactor implements SecondFactors {
    static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    static final FactorSecret SECRET = FactorSecret.random(new Random(7));

    private SecondFactor factor = SecondFactor.fresh(SECRET, NOW);

    @Override
    public Optional<SecondFactor> locked(String owner) {
        return owner.equals("tom") ? Optional.of(factor) : Optional.empty();
    }

    @Override
    public void keep(String owner, SecondFactor.Use use) {
        factor = new SecondFactor(SECRET, NOW, use);
    }

    @Override
    public Optional<Instant> since(String owner) {
        return locked(owner).map(SecondFactor::since);
    }

    @Override
    public Set<String> owners() {
        return Set.of("tom");
    }

    @Override
    public boolean holds(String owner, RecoveryCode code) {
        return false;
    }

    @Override
    public int recoveryLeft(String owner) {
        return 0;
    }

    @Override
    public boolean add(String owner, SecondFactor other, List<RecoveryCode> recovery) {
        throw new AssertionError("nothing is switched on here");
    }

    @Override
    public void spend(String owner, RecoveryCode code) {
        throw new AssertionError("there is no recovery code here");
    }

    @Override
    public boolean remove(String owner) {
        throw new AssertionError("nothing is switched off here");
    }
}
